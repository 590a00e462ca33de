import { type ScaledColumn, timesPowerOfTwo } from "../columns/scaled-column";
import { residualBlocks } from "../least-squares/residual-blocks";
import type { SolvedLinear } from "../least-squares/solve-linear";
import { singularRatio } from "../linear-algebra/condition-number";
import { singularValues } from "../linear-algebra/singular-values";
import { type Omnibus, omnibus } from "./omnibus";
import { durbinWatson, type JarqueBera, jarqueBera } from "./residual-diagnostics";

/** What makes one doubt a fit: of its residuals (√w e, rows of weight 0 left out) and of its columns. */
export interface Diagnostics {
  /** Durbin and Watson's Σ (eᵢ - eᵢ₋₁)² / Σ e²: about 2 where residuals have no memory of the row before; null for a perfect fit. */
  readonly durbinWatson: number | null;
  /** Whether residuals are normal; null for a perfect fit. */
  readonly jarqueBera: JarqueBera | null;
  /** The same by D'Agostino and Pearson, as statsmodels prints it; null as that, and for fewer than 8 rows. */
  readonly omnibus: Omnibus | null;
  /** Of each coefficient but the intercept: 1 / (1 - R²) of its column on the others, by which its variance has grown for them. */
  readonly varianceInflation: readonly { readonly name: string; readonly factor: number }[];
  /**
   * Largest over smallest singular value of the weighted columns as they are, that of ones included: what statsmodels prints as "Cond. No.".
   * It grows with units and with the distance from 0, which `conditionNumber` of the fit leaves out. Null beyond float64; of more than
   * 250 columns by iteration, to a few digits.
   */
  readonly rawConditionNumber: number | null;
}

/** Rotations take a third of a second for so many columns; a few digits of the condition number of more will do. */
const mostForAllDigits = 250;

/** Looks at the residuals and columns of a solved problem. */
export function diagnose(solved: SolvedLinear): Diagnostics {
  const residuals = solved.statistics.perfectFit ? undefined : weightedResiduals(solved);
  const normality = residuals === undefined ? null : jarqueBera(residuals);
  return {
    durbinWatson: residuals === undefined ? null : durbinWatson(residuals),
    jarqueBera: normality,
    omnibus: residuals === undefined || normality === null ? null : omnibus(residuals.length, normality),
    varianceInflation: varianceInflation(solved),
    rawConditionNumber: rawConditionNumber(solved),
  };
}

function weightedResiduals({ problem, solution }: SolvedLinear): Float64Array {
  const { columns, target, weights } = problem;
  const all = new Float64Array(target.values.length);
  for (const { from, count, residuals } of residualBlocks(columns, target, solution.estimates)) {
    for (let i = 0; i < count; i++) {
      all[from + i] = (residuals.high[i] as number) * Math.sqrt(weights?.[from + i] ?? 1);
    }
  }
  return all;
}

/** The square of a column's length is Σ Rᵢⱼ², and what the others leave of it is 1 / deviation². */
function varianceInflation({ problem, solution, names }: SolvedLinear): Diagnostics["varianceInflation"] {
  const { size, data } = solution.triangle;
  const first = problem.intercept ? 1 : 0;
  return names.map((name, k) => {
    const j = k + first;
    let square = 0;
    for (let i = first; i <= j; i++) square += (data.high[j * size + i] as number) ** 2;
    return { name, factor: Math.max(1, square * (solution.deviations[j] as number) ** 2) };
  });
}

/** Of R with the columns in the caller's units and where they were before they were centred. */
function rawConditionNumber({ problem, solution }: SolvedLinear): number | null {
  const { size, data } = solution.triangle;
  if (problem.columns.length === 0) return 1;
  const corner = data.high[0] as number;
  const raw = problem.columns.map(({ shift, scale, exponent }: ScaledColumn, j) => {
    const column = Float64Array.from({ length: problem.columns.length }, (_, i) =>
      i <= j ? (data.high[j * size + i] as number) / scale : 0,
    );
    // what was taken off is a multiple of the column of ones, which stands first
    if (problem.intercept) column[0] = (column[0] as number) + shift * corner;
    return column.map((value) => timesPowerOfTwo(value, exponent));
  });
  const ratio = raw.length <= mostForAllDigits ? spreadOf(singularValues(raw)) : singularRatio(raw);
  return Number.isFinite(ratio) ? ratio : null;
}

function spreadOf(values: readonly number[]): number {
  return Math.max(...values) / Math.min(...values);
}
