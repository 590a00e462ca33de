import { labelsOf } from "./answers";
import type { TargetEncoder } from "./encoder";
import type { Split } from "./split-rows";
import { encodeClasses } from "./target-encoder";
import type { TypedColumn } from "./typed-column";
import type { Warning } from "./warning";
import { list, quote } from "./wording";

/** How many classes a warning names. */
const classesShown = 10;

/** Warns about classes that no training row has, so that nothing about them could be learnt. */
export function unseenClasses(target: TargetEncoder, truth: TypedColumn, { train }: Split): readonly Warning[] {
  if (target.task === "regression") return [];
  const seen = new Set(labelsOf(target, encodeClasses(target, truth, train)));
  const unseen = target.labels.filter((label) => !seen.has(label));
  if (unseen.length === 0) return [];
  const message = `No training row has the target ${quote(target.column)} as ${list(unseen, classesShown)}, so that is hardly ever predicted. Bring more rows of it.`;
  return [{ code: "unseen-class", column: target.column, message }];
}
