import type { DrawnRows } from "./residual-plots";

/** What is known of each row of a fit; null where it is not defined. */
export interface RowFacts extends Pick<DrawnRows, "kind"> {
  readonly fitted: readonly (number | null)[];
  readonly residuals: readonly (number | null)[];
  readonly studentized: readonly (number | null)[];
  readonly leverage: readonly (number | null)[];
  readonly cooksDistance: readonly (number | null)[];
}

/** The rows that can be drawn: those with a studentised residual; undefined where no row has one. */
export function drawnRows(
  facts: RowFacts,
  lines: readonly number[],
  { target, rank }: Pick<DrawnRows, "target" | "rank">,
): DrawnRows | undefined {
  const rows = facts.studentized.flatMap((value, row) => (value === null ? [] : [row]));
  if (rows.length === 0) return undefined;
  const of = (list: readonly (number | null)[]) => Float64Array.from(rows, (row) => list[row] ?? 0);
  return {
    kind: facts.kind,
    fitted: of(facts.fitted),
    residuals: of(facts.residuals),
    studentized: of(facts.studentized),
    leverage: of(facts.leverage),
    cooksDistance: of(facts.cooksDistance),
    lines: rows.map((row) => lines[row] ?? 0),
    rank,
    target,
  };
}
