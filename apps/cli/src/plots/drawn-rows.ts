import type { RegressionFit, RowInfluence } from "neurite";
import type { DrawnRows } from "./residual-plots";

/** The rows that can be drawn: those with a studentised residual; undefined where no row has one. */
export function drawnRows(
  { target, rank }: RegressionFit,
  influence: RowInfluence,
  lines: readonly number[],
): DrawnRows | undefined {
  const rows = influence.internallyStudentized.flatMap((value, row) => (value === null ? [] : [row]));
  if (rows.length === 0) return undefined;
  const of = (list: readonly (number | null)[]) => Float64Array.from(rows, (row) => list[row] ?? 0);
  return {
    fitted: of(influence.fitted),
    residuals: of(influence.residuals),
    studentized: of(influence.internallyStudentized),
    leverage: of(influence.leverage),
    cooksDistance: of(influence.cooksDistance),
    lines: rows.map((row) => lines[row] ?? 0),
    rank,
    target,
  };
}
