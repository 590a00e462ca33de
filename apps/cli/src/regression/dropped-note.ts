import type { DroppedColumn } from "neurite";
import { counted } from "../terminal/short-number";

/** More columns than this are counted and not named. */
const most = 6;

/** Why a column has no coefficient, in a sentence. */
export function droppedNote({ name, combinationOf }: DroppedColumn): string {
  const more = combinationOf.length - most;
  const others = more > 0 ? ` and ${counted(more, "other")}` : "";
  const told =
    combinationOf.length === 0 ? "is constant" : `is told by ${combinationOf.slice(0, most).join(", ")}${others}`;
  return `"${name}" ${told}, and has no coefficient.`;
}
