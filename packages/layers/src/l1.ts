import { numberOption, type Regularizer } from "@neurite/plugin";

/**
 * A penalty that draws weights to exactly 0.
 *
 * Formula: `weight · Σ |w|`, added to the loss. Shapes: any parameter, one number comes out.
 * Throws `bad-argument` for a weight below 0 or not finite.
 * Source: Tibshirani, "Regression shrinkage and selection via the lasso" (1996).
 *
 * @example
 * ```ts
 * import { l1 } from "@neurite/layers";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [penalty] = evaluate([l1(0.5).apply(constant([1, -3]))]);
 * console.log(penalty.data[0]); // → 2
 * ```
 */
export function l1(weight: number): Regularizer {
  numberOption("l1", "weight", weight, "a number from 0 up", (x) => x >= 0);
  return { kind: "l1", config: { weight }, apply: (parameter) => parameter.abs().sum().mul(weight) };
}
