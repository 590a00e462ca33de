// From scaled coefficients to the caller's units, with Wald's statistics.
import { NeuriteError } from "@neurite/tensor";
import { type ScaledColumn, timesPowerOfTwo } from "../columns/scaled-column";
import type { Distribution } from "../distributions/distribution";
import { interceptCombination, interceptOf, slope } from "../least-squares/unscale";
import { type PivotedQR, solveTransposed } from "../linear-algebra/pivoted-qr";
import { normBelow } from "../linear-algebra/reflector";
import type { GeneralizedFit, Spread } from "./generalized-fit";
import { waldOf } from "./wald";

/** What the coefficients are read from. */
export interface Fitted {
  readonly names: readonly string[];
  readonly columns: readonly ScaledColumn[];
  readonly intercept: boolean;
  readonly coefficients: Float64Array;
  /** A linear map whose length at c is the standard error of c'b, for scaled coefficients b; null where errors are unknown. */
  readonly errorVector: ((combination: Float64Array) => Float64Array) | null;
  /** Of estimate / standardError, were the coefficient 0. */
  readonly distribution: Distribution;
  readonly level: number;
  readonly subject: string;
}

/** The coefficients in the caller's units, and how exactly the linear predictor is known. */
export function coefficientsOf({
  names,
  columns,
  intercept,
  coefficients,
  errorVector,
  distribution,
  level,
  subject,
}: Fitted): Pick<GeneralizedFit, "coefficients" | "spread"> {
  const reach = distribution.upperQuantile((1 - level) / 2);
  // η has no unit, so it is as if the target were scaled by 1
  const target = { values: new Float64Array(0), shift: 0, scale: 1, exponent: 0 };
  const estimates = { high: coefficients, low: new Float64Array(coefficients.length) };
  const unit = (at: number) => Float64Array.from(columns, (_, j) => (j === at ? 1 : 0));
  const own = (at: number) => intercept && at === 0;
  const checked = (value: number, at: number) => {
    if (Number.isFinite(value)) return value + 0; // no -0, which JSON does not know
    throw new NeuriteError(
      "not-finite",
      `${subject}: the result for ${JSON.stringify(names[at])} is too large for float64 (above 1.8e308). Measure the column in other units.`,
    );
  };
  const list = columns.map((column, at) => {
    const estimate = checked(
      own(at) ? interceptOf(columns, target, estimates) : slope(column, target, coefficients[at] as number),
      at,
    );
    const name = names[at] as string;
    if (errorVector === null) return { name, estimate, ...waldOf(estimate, null, distribution, reach) };
    const length = normBelow(errorVector(own(at) ? interceptCombination(columns) : unit(at)), 0);
    const error = checked(own(at) ? length : slope(column, target, length), at);
    const wald = waldOf(estimate, error, distribution, reach);
    for (const end of [wald.lower, wald.upper]) checked(end as number, at);
    return { name, estimate, ...wald };
  });
  const spread: Spread | null =
    errorVector === null
      ? null
      : {
          centre: columns.map(({ shift, exponent }, at) => (own(at) ? 0 : timesPowerOfTwo(shift, exponent) + 0)),
          factor: columns.map((column, at) => scaledRow(errorVector(unit(at)), column)),
        };
  return { coefficients: list, spread };
}

/** In the caller's units; + 0, since JSON knows no -0. */
function scaledRow(row: Float64Array, { scale, exponent }: ScaledColumn): readonly number[] {
  return Array.from(row, (value) => timesPowerOfTwo(value * scale, -exponent) + 0);
}

/** The error vector of a covariance dispersion · (X'WX)⁻¹; null without a dispersion. */
export function likelihoodErrors(qr: PivotedQR, dispersion: number | null): Fitted["errorVector"] {
  if (dispersion === null) return null;
  const sigma = Math.sqrt(dispersion);
  return (combination) => solveTransposed(qr, combination).map((part) => part * sigma);
}
