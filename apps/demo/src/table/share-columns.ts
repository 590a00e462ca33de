// Two columns and the target as numbers, for the playground.
import type { TypedColumn } from "neurite";
import type { FittedLine } from "./line-view";
import { mostFrequent } from "./most-frequent";
import type { SharedColumn, SharedColumns } from "./shared-columns";

/** The rows in which all three have a value, those to learn from first; undefined where the table lacks one of the columns. */
export function shareColumns(
  table: string,
  pair: { readonly x: string; readonly y: string },
  { fit }: FittedLine,
): SharedColumns | undefined {
  const { inputs, split, target } = fit;
  const [x, y] = [pair.x, pair.y].map((wanted) => inputs.find(({ name }) => name === wanted));
  if (!x || !y || x === y) return undefined;
  const [first, second, answer] = [inNumbers(x), inNumbers(y), targetInNumbers(target)];
  const known = (row: number) => [first, second, answer].every(({ values }) => Number.isFinite(values[row]));
  const train = split.train.filter(known);
  const rows = [...train, ...[...split.validation, ...split.test].filter(known)];
  if (train.length === 0) return undefined;
  const picked = ({ name, values }: SharedColumn) => ({
    name,
    values: Float64Array.from(rows, (row) => values[row] as number),
  });
  return { table, inputs: [picked(first), picked(second)], target: picked(answer), trainRows: train.length };
}

/** A category's cells by their places in the list of its levels; -1, a missing cell, is no number. */
function inNumbers(column: TypedColumn): SharedColumn {
  if (column.kind !== "category") return { name: column.name, values: column.values };
  return { name: column.name, values: Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : code)) };
}

/** Of several classes whether it is the most frequent. */
function targetInNumbers(target: TypedColumn): SharedColumn {
  if (target.kind !== "category") return { name: target.name, values: target.values };
  const most = mostFrequent(target);
  return {
    name: `${target.name} is ${target.levels[most] ?? ""}`,
    values: Float64Array.from(target.codes, (code) => (code < 0 ? Number.NaN : Number(code === most))),
  };
}
