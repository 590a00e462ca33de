// Covariances that hold where rows are not equally exact (White's), or not independent of others of their cluster.
import { NeuriteError } from "@neurite/tensor";
import { residualBlocks } from "../least-squares/residual-blocks";
import type { SolvedLinear } from "../least-squares/solve-linear";
import { leverageOf, orthonormalRows } from "../linear-algebra/orthonormal-rows";
import type { CodedClusters } from "./clusters";

/** White's estimate (HC0) and its corrections for few rows, by MacKinnon and White (1985). */
export type RobustKind = "HC0" | "HC1" | "HC2" | "HC3";

/**
 * M of the covariance R⁻¹ M R⁻ᵀ (row by row) in scaled units, from Σ ω u u' over the rows u of Q.
 *
 * With e the residual and h the leverage of a row, ω is e² (HC0), e² n / (n - rank) (HC1), e² / (1 - h) (HC2), e² / (1 - h)² (HC3).
 */
export function robustCovariance(solved: SolvedLinear, kind: RobustKind, subject: string): Float64Array {
  const { statistics, counting } = solved;
  const size = solved.problem.columns.length;
  const sum = new Float64Array(size * size);
  visitRows(solved, (score, row, left) => {
    if (kind === "HC2" || kind === "HC3") {
      const rest = left();
      if (rest === 0) throw toldByItself(kind, counting.placeOf(row), subject);
      addSquare(sum, score, 1 / (kind === "HC3" ? rest ** 2 : rest));
    } else {
      addSquare(sum, score, kind === "HC1" ? counting.rows / statistics.degreesOfFreedom : 1);
    }
  });
  return sum;
}

/** M of clusters: the sum of squares of each cluster's Σ e u, times G / (G - 1) · (n - 1) / (n - rank) for G clusters. */
export function clusteredCovariance(solved: SolvedLinear, { codes, count }: CodedClusters): Float64Array {
  const { statistics, counting } = solved;
  const size = solved.problem.columns.length;
  const sums = Array.from({ length: count }, () => new Float64Array(size));
  visitRows(solved, (score, row) => {
    const sum = sums[codes[row] as number] as Float64Array;
    for (let j = 0; j < size; j++) sum[j] = (sum[j] as number) + (score[j] as number);
  });
  const correction = (count / (count - 1)) * ((counting.rows - 1) / statistics.degreesOfFreedom);
  const total = new Float64Array(size * size);
  for (const sum of sums) addSquare(total, sum, correction);
  return total;
}

/** Goes through the rows that count: √w e times √w u of each, and what its leverage leaves of 1. */
function visitRows(
  { problem, solution }: SolvedLinear,
  visit: (score: Float64Array, row: number, left: () => number) => void,
): void {
  const { columns, target, weights } = problem;
  const score = new Float64Array(columns.length);
  for (const block of residualBlocks(columns, target, solution.estimates)) {
    const q = orthonormalRows(block, solution.triangle, columns.length);
    for (let i = 0; i < block.count; i++) {
      const weight = weights?.[block.from + i] ?? 1;
      const weighted = weight * (block.residuals.high[i] as number);
      for (let j = 0; j < score.length; j++) score[j] = weighted * (q.rows.high[j * q.height + i] as number);
      visit(score, block.from + i, () => leverageOf(q, i, weight).left);
    }
  }
}

/** sum += factor · v v', both triangles. */
function addSquare(sum: Float64Array, v: Float64Array, factor: number): void {
  const size = v.length;
  for (let i = 0; i < size; i++) {
    const scaled = factor * (v[i] as number);
    for (let j = 0; j < size; j++) sum[i * size + j] = (sum[i * size + j] as number) + scaled * (v[j] as number);
  }
}

/** The refusal of a row that a coefficient tells alone. */
export function toldByItself(kind: RobustKind, row: number, subject: string): NeuriteError {
  return new NeuriteError(
    "bad-data",
    `${subject}: for ${kind} every row should have a leverage below 1, got 1 in row ${row} (counted from 0), which a coefficient tells alone. Leave the row out, or take HC0 or HC1.`,
  );
}
