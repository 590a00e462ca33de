import { NeuriteError } from "@neurite/tensor";
import type { Json } from "./config";
import type { Category, Made } from "./plugin";
import type { Revival } from "./registry";

/** Reads the options of a kind from unknown data, one by one; an option that is not there is `undefined`. */
export interface ConfigReader {
  number(name: string): number | undefined;
  text(name: string): string | undefined;
  flag(name: string): boolean | undefined;
  numbers(name: string): readonly number[] | undefined;
  /** A kind among the options. */
  made<C extends Category>(category: C, name: string): Made[C] | undefined;
  /** A list of kinds among the options; empty where it is not there. */
  list<C extends Category>(category: C, name: string): readonly Made[C][];
  /** The option as it stands in the file. */
  raw(name: string): Json | undefined;
}

/**
 * Opens the config of a kind for reading. Throws `bad-file` for an option of another kind of value.
 *
 * Ranges are not checked here: the function that makes the value checks what it is given, from a file or not.
 */
export function readConfig(kind: string, config: Json | undefined, revival: Revival): ConfigReader {
  const fields = new Map<string, Json>();
  if (typeof config === "object" && config !== null && !Array.isArray(config)) {
    for (const [name, option] of Object.entries(config)) fields.set(name, option);
  } else if (config !== undefined && config !== null) {
    throw wrong(kind, "config", "an object of options", config);
  }
  const option = <T extends Json>(name: string, expected: string, is: (x: Json) => x is T) => {
    const found = fields.get(name);
    if (found === undefined) return undefined;
    if (!is(found)) throw wrong(kind, name, expected, found);
    return found;
  };
  const list = (name: string) => option(name, "a list", (x): x is readonly Json[] => Array.isArray(x));
  return {
    number: (name) => option(name, "a number", (x) => typeof x === "number"),
    text: (name) => option(name, "a text", (x) => typeof x === "string"),
    flag: (name) => option(name, "true or false", (x) => typeof x === "boolean"),
    numbers: (name) =>
      list(name)?.map((x) => {
        if (typeof x !== "number") throw wrong(kind, name, "a list of numbers", x);
        return x;
      }),
    made: (category, name) => {
      const found = fields.get(name);
      return found === undefined || found === null ? undefined : revival.revive(category, found);
    },
    list: (category, name) => (list(name) ?? []).map((part) => revival.revive(category, part)),
    raw: (name) => fields.get(name),
  };
}

function wrong(kind: string, name: string, expected: string, got: Json): NeuriteError {
  const shown = JSON.stringify(got).slice(0, 60);
  return new NeuriteError(
    "bad-file",
    `${kind}: "${name}" should be ${expected}, got ${shown}. Write the file anew, or mend the option.`,
  );
}
