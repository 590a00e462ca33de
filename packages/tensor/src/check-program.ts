import { NeuriteError } from "./error";
import type { ErrorCode } from "./error-code";
import type { Program } from "./program";
import type { Tensor } from "./tensor";
import { formatType, type Type } from "./value";

/** Refuses a program whose states, inputs, updates or guards are not what they should be. */
export function checkProgram({ state, entries }: Program): void {
  const refuse = (code: ErrorCode, sentence: string) => {
    throw new NeuriteError(code, `program: ${sentence}`);
  };
  const checkInputs = (what: string, tensors: Readonly<Record<string, Tensor>>) => {
    for (const [name, { node }] of Object.entries(tensors)) {
      if (node.op !== "input")
        refuse("bad-argument", `the ${what} "${name}" should be a graph input, got ${node.op}. Make it with input().`);
    }
  };
  checkInputs("state", state);
  for (const [entry, { inputs, updates, guard }] of Object.entries(entries)) {
    checkInputs(`input of "${entry}"`, inputs);
    for (const [name, next] of Object.entries(updates)) {
      const held = Object.hasOwn(state, name) ? state[name] : undefined;
      if (!held) throw unknownName("state", name, Object.keys(state));
      if (formatType(held) !== formatType(next)) {
        const types = `${formatType(held)}, got ${formatType(next)}`;
        refuse("bad-data", `"${entry}" should update "${name}" with ${types}. Cast or reshape it.`);
      }
    }
    if (guard && formatType(guard) !== "bool []")
      refuse("bad-data", `the guard of "${entry}" should be bool [], got ${formatType(guard)}. Reduce it to one bool.`);
  }
}

/** The error for an input that an entry needs and did not get. */
export function missingInput(entry: string, name: string, type: Type): NeuriteError {
  return new NeuriteError(
    "missing-input",
    `The entry "${entry}" needs the input "${name}" (${formatType(type)}). Pass it to run.`,
  );
}

/** The error for a name that is not among those there are. */
export function unknownName(what: string, name: string, known: readonly string[]): NeuriteError {
  return new NeuriteError(
    "bad-argument",
    `The ${what} "${name}" is not there. There are: ${known.join(", ") || "none"}. Use one of these names.`,
  );
}
