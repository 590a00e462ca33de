import type { Answers } from "./answers";
import { answerBaseline } from "./baseline";
import type { Cell } from "./cell";
import { allRows } from "./encode-inputs";
import type { BaselineOptions } from "./fit-table-options";
import { type PreparedFit, prepareFit } from "./prepare-fit";
import { readInputs } from "./read-inputs";
import type { Table } from "./table";
import { partSizes, scoreAnswers, type TableScores } from "./table-scores";
import { type RowOf, type TableSource, toTable } from "./table-source";

/** The straight line of a table, before any network. */
export interface FittedBaseline<Row = Record<string, Cell>> extends PreparedFit {
  /** How many rows each part has. */
  readonly rows: TableScores["rows"];
  /** Its scores on the test rows. */
  readonly scores: TableScores["baseline"];
  /** What it says for each row of a source: numbers in the target's unit, or probabilities. */
  predict(source: TableSource<Row>): Answers;
}

/**
 * Fits the straight line alone that `fitTable` holds its network against: the same rows, encoders and scores for the same options, in milliseconds.
 *
 * Throws as `fitTable` does.
 *
 * @example
 * ```ts
 * import { fitTableBaseline } from "@neurite/tabular";
 *
 * const rows = Array.from({ length: 100 }, (_, i) => ({ x: i % 10, y: 2 * (i % 10) + 1 }));
 * const { baseline, scores, rows: parts } = fitTableBaseline(rows, { target: "y" });
 * console.log(parts, scores.r2); // → { train: 70, validation: 15, test: 15 } 1
 * console.log(baseline.kind === "linear" && baseline.coefficients[0]?.estimate.toFixed(6)); // → 2.000000
 * ```
 */
export function fitTableBaseline(table: Table, options: BaselineOptions<Record<string, Cell>>): FittedBaseline;
export function fitTableBaseline<Row extends RowOf<Row>>(
  rows: readonly Row[],
  options: BaselineOptions<Row>,
): FittedBaseline<Row>;
export function fitTableBaseline<Row>(
  source: readonly Row[] | Table,
  options: BaselineOptions<Row>,
): FittedBaseline<Row> {
  const prepared = prepareFit(source, options);
  const { baseline, encoder, inputs, split, target: truth } = prepared;
  return {
    ...prepared,
    rows: partSizes(split),
    scores: scoreAnswers(answerBaseline(baseline, encoder, inputs, split.test), encoder.target, truth, split.test),
    predict(rows) {
      const table = toTable(rows);
      return answerBaseline(baseline, encoder, readInputs(encoder.inputs, table).columns, allRows(table.rows));
    },
  };
}
