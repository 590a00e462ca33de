import type { Columns } from "../columns/columns";
import { timesPowerOfTwo } from "../columns/scaled-column";
import { applyDesign } from "../formula/build-design";
import { finite } from "../least-squares/finite";
import { residualBlocks } from "../least-squares/residual-blocks";
import { type OrthonormalRows, orthonormalRows } from "../linear-algebra/orthonormal-rows";
import { columnsOfFit } from "./columns-of-fit";
import { restored, triangleOfFit } from "./fit-geometry";
import { judgement } from "./judgement";
import { checkLevel } from "./regress-options";
import type { RegressionFit } from "./regression-fit";
import { lengthBy } from "./uncertainty";

/** Of each new row, as plain data; all but the values are null where the fit has no degrees of freedom. */
export interface RegressionPredictions {
  /** The value of the fit: the mean of the target in such rows. */
  readonly values: readonly number[];
  /** Of that mean. */
  readonly standardErrors: readonly (number | null)[];
  /** The confidence interval of that mean. */
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  /** The prediction interval: it holds the target of one such row, of weight 1. */
  readonly predictionLower: readonly (number | null)[];
  readonly predictionUpper: readonly (number | null)[];
}

const subject = "predictRegression";

/**
 * Predicts new rows by a fit of `regress`, with confidence and prediction intervals.
 *
 * With V the covariance of the coefficients (robust where the fit is) and s the residual standard deviation: x'b, its standard error √(x'V x),
 * the confidence interval x'b ± t* √(x'V x) and the prediction interval x'b ± t* √(x'V x + s²). Needs the columns that the right side of the
 * formula names; factors have the levels of the fit. V is never formed, so nothing cancels where columns are nearly collinear.
 *
 * Errors: `missing-column`, `bad-cell` (also a level that the fit has not seen), `bad-data` (lengths), `bad-argument` (level), `not-finite`.
 *
 * @example
 * ```ts
 * import { predictRegression, regress } from "@neurite/regression";
 *
 * const fit = regress("y ~ x", { y: [1, 3, 4, 6], x: [0, 1, 2, 4] });
 * const { values, lower, predictionLower } = predictRegression(fit, { x: [3] }, { level: 0.9 });
 * console.log(values[0]?.toFixed(3), lower[0]?.toFixed(3), predictionLower[0]?.toFixed(3)); // → 5.000 4.145 3.439
 * ```
 */
export function predictRegression(
  fit: RegressionFit,
  columns: Columns,
  options: { readonly level?: number } = {},
): RegressionPredictions {
  const { geometry, distribution, testDegreesOfFreedom, residualStandardDeviation } = fit;
  const level = checkLevel(options.level ?? fit.level, subject);
  const design = applyDesign(fit.recipe, columns);
  const inUnits = (scaled: number) => timesPowerOfTwo(scaled / geometry.target.scale, geometry.target.exponent);
  const shift = timesPowerOfTwo(geometry.target.shift, geometry.target.exponent);
  const triangle = triangleOfFit(geometry);
  const errorOf = meanError(fit);
  const width = residualStandardDeviation === null ? 0 : judgement(distribution, testDegreesOfFreedom, level).width;
  const found: Record<keyof RegressionPredictions, (number | null)[]> & { values: number[] } = {
    values: [],
    standardErrors: [],
    lower: [],
    upper: [],
    predictionLower: [],
    predictionUpper: [],
  };
  for (const block of residualBlocks(columnsOfFit(fit, design, subject), design.rows, restored(geometry.estimates))) {
    const q = orthonormalRows(block, triangle, geometry.columns.length);
    for (let i = 0; i < block.count; i++) {
      const row = block.from + i;
      const check = (value: number) => finite(value, `row ${row} (counted from 0)`, subject);
      const { high, low } = design.offset ?? {};
      const offset = (high?.[row] ?? 0) + (low?.[row] ?? 0);
      const value = check(shift - inUnits(block.residuals.high[i] as number) + offset);
      found.values.push(value);
      const scaledError = errorOf(q, i);
      const error = scaledError === null ? null : check(inUnits(scaledError));
      found.standardErrors.push(error);
      const around = (reach: number | null) => (reach === null ? null : check(value + reach));
      const reach = error === null ? null : width * error;
      const wide = error === null ? null : width * lengthOf(error, residualStandardDeviation ?? 0);
      found.lower.push(around(reach === null ? null : -reach));
      found.upper.push(around(reach));
      found.predictionLower.push(around(wide === null ? null : -wide));
      found.predictionUpper.push(around(wide));
    }
  }
  return found;
}

/** The standard error of a row's mean in units of the scaled target, from the row of Q. */
function meanError({ geometry: { covariance, variance, columns } }: RegressionFit) {
  const z = new Float64Array(columns.length);
  const given = covariance === null ? undefined : Float64Array.from(covariance);
  return ({ rows, height }: OrthonormalRows, i: number): number | null => {
    if (variance === null) return null;
    for (let j = 0; j < z.length; j++) z[j] = rows.high[j * height + i] as number;
    if (given !== undefined) return lengthBy(given, z);
    return Math.sqrt(variance * z.reduce((sum, value) => sum + value * value, 0));
  };
}

/** √(a² + b²) without overflow on the way. */
function lengthOf(a: number, b: number): number {
  const larger = Math.max(a, b);
  return larger === 0 ? 0 : larger * Math.sqrt((a / larger) ** 2 + (b / larger) ** 2);
}
