// Standard errors of a generalized linear model that hold where the family's variance does not: A⁻¹ M A⁻¹ with the observed information A
// and the sum M of the squares of what each row, or each cluster, pulls with.
import type { WeightedRows } from "../columns/row-weights";
import type { ScaledColumn } from "../columns/scaled-column";
import type { CodedClusters } from "../inference/clusters";
import { type RobustKind, toldByItself } from "../inference/robust-covariance";
import { type PivotedQR, solveTransposed } from "../linear-algebra/pivoted-qr";
import { triangleOf } from "../linear-algebra/triangle";
import type { Fitted } from "./coefficients-of";
import { type Ending, type Problem, workingRow } from "./reweight";
import { weightedTriangle } from "./weighted-triangle";

/** Less than this is left of 1 where a row's leverage is 1 but for rounding. */
const nothingLeft = 1e-12;

/** The error vector of a robust covariance; needs degrees of freedom. */
export function robustErrors(
  problem: Problem,
  end: Ending,
  by: RobustKind | CodedClusters,
  counting: WeightedRows,
  subject: string,
): Fitted["errorVector"] {
  const { columns, family, y, weights } = problem;
  const rows = y.length;
  const expected = new Float64Array(rows);
  const observed = new Float64Array(rows);
  const score = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const mean = end.mean[row] as number;
    const working = workingRow(family, y[row] as number, mean, end.predictor[row] as number);
    expected[row] = working.weight * (weights[row] as number);
    observed[row] = (expected[row] as number) * (family.curvature?.(y[row] as number, mean) ?? 1);
    score[row] = (expected[row] as number) * working.residual;
  }
  const qr = family.curvature === undefined ? end.qr : weightedTriangle(columns, new Float64Array(rows), observed);
  const turned = turnedColumns(columns, qr);
  const freedom = rows - columns.length;
  const own = qr === end.qr || !(by === "HC2" || by === "HC3") ? turned : turnedColumns(columns, end.qr);
  for (let row = 0; row < rows; row++) {
    const square = () => own.reduce((sum, column) => sum + (column[row] as number) ** 2, 0);
    const left = () => leftOf((expected[row] as number) * square(), by as RobustKind, counting.placeOf(row), subject);
    score[row] = (score[row] as number) * correctionOf(by, rows / freedom, left);
  }
  const pulls = turned.map((column) => column.map((value, row) => value * (score[row] as number)));
  const summed = typeof by === "string" ? pulls : pulls.map((pull) => sumsOf(pull, by, rows, freedom));
  const { data, size } = triangleOf(
    summed.map((values) => ({ values, shift: 0, scale: 1, exponent: 0 })),
    undefined,
  );
  return (combination) => {
    const z = solveTransposed(qr, combination);
    return z.map((_, i) => z.reduce((sum, part, j) => (j < i ? sum : sum + (data[j * size + i] as number) * part), 0));
  };
}

/** What a row's pull is multiplied by for few rows; clusters are corrected as a whole. */
function correctionOf(by: RobustKind | CodedClusters, few: number, left: () => number): number {
  switch (by) {
    case "HC1":
      return Math.sqrt(few);
    case "HC2":
      return 1 / Math.sqrt(left());
    case "HC3":
      return 1 / left();
    default:
      return 1;
  }
}

function leftOf(leverage: number, kind: RobustKind, row: number, subject: string): number {
  if (1 - leverage < nothingLeft) throw toldByItself(kind, row, subject);
  return 1 - leverage;
}

/** X S⁻¹, with S the upper triangle and its order of columns: the rows in which the information is the identity. */
function turnedColumns(columns: readonly ScaledColumn[], { order, factor }: PivotedQR): readonly Float64Array[] {
  const turned: Float64Array[] = [];
  for (const [k, at] of order.entries()) {
    const { values, shift, scale } = columns[at] as ScaledColumn;
    const triangle = factor[k] as Float64Array;
    const column = values.map((value, row) => {
      const rest = turned.reduce((sum, before, i) => sum - (triangle[i] as number) * (before[row] as number), 0);
      return ((value - shift) * scale + rest) / (triangle[k] as number);
    });
    turned.push(column);
  }
  return turned;
}

/** What each cluster pulls with, times √(G / (G - 1) · (n - 1) / (n - rank)) for G clusters. */
function sumsOf(pull: Float64Array, { codes, count }: CodedClusters, rows: number, freedom: number): Float64Array {
  const sums = new Float64Array(count);
  for (const [row, part] of pull.entries()) sums[codes[row] as number] = (sums[codes[row] as number] as number) + part;
  const correction = Math.sqrt((count / (count - 1)) * ((rows - 1) / freedom));
  return sums.map((sum) => sum * correction);
}
