import type { SharedColumns } from "../../table/shared-columns";
import { standardized } from "./plane-column";
import type { PlaneSet } from "./plane-set";

/** More rows than these are not needed to see a plane, and are not drawn. */
const mostRows = 2000;

/** Two columns of the reader's own table. A target of two values is a pair of groups, the larger one being 1. */
export function sharedSet({ inputs: [first, second], target, trainRows: learnt }: SharedColumns): PlaneSet {
  const total = target.values.length;
  const rows = Math.min(total, mostRows);
  const trainRows = Math.max(1, Math.round((learnt / total) * rows));
  // the same share of both kinds of rows, evenly picked
  const pick = Array.from({ length: rows }, (_, i) =>
    i < trainRows
      ? Math.floor((i * learnt) / trainRows)
      : learnt + Math.floor(((i - trainRows) * (total - learnt)) / (rows - trainRows)),
  );
  const picked = (values: Float64Array) => Float64Array.from(pick, (row) => values[row] as number);
  const answers = picked(target.values);
  const distinct = [...new Set(answers)].sort((a, b) => a - b);
  const isClasses = distinct.length === 2;
  return {
    task: isClasses ? "classes" : "number",
    inputs: [
      standardized(first.name, picked(first.values), trainRows),
      standardized(second.name, picked(second.values), trainRows),
    ],
    target: isClasses
      ? { name: target.name, values: answers.map((y) => (y === distinct[1] ? 1 : 0)) }
      : standardized(target.name, answers, trainRows),
    trainRows,
    ceiling: undefined,
    reach: 2.5,
  };
}
