// neurite's kinds by name: a mapping is data, and a kind that does not exist is an error that names it.
import type { Json } from "@neurite/plugin";
import { builtins, createRegistry } from "neurite";

const registry = createRegistry({ plugins: [builtins] });

type Category = "activation" | "layer" | "loss" | "optimizer";

/** A kind with its options; those that are undefined are left to their defaults. */
export function made<C extends Category>(
  category: C,
  kind: string,
  options: Readonly<Record<string, Json | undefined>> = {},
) {
  const given = Object.entries(options).filter((pair): pair is [string, Json] => pair[1] !== undefined);
  return registry.revive(category, { kind, config: Object.fromEntries(given) });
}

/** The entry of a table for an id; one that is not there fails the test, so that each new file needs a mapping. */
export function mapped<T>(table: Readonly<Record<string, T>>, id: string): T {
  const found = Object.hasOwn(table, id) ? table[id] : undefined;
  if (found === undefined) throw new Error(`${id} has no mapping to a kind of neurite.`);
  return found;
}
