import type { DroppedColumn } from "neurite";

/** Why a column has no coefficient, in a sentence. */
export function droppedNote({ name, combinationOf }: DroppedColumn): string {
  const told = combinationOf.length === 0 ? "is constant" : `is told by ${combinationOf.join(", ")}`;
  return `"${name}" ${told}, and has no coefficient.`;
}
