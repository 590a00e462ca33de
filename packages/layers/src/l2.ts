import { numberOption, type Regularizer } from "@neurite/plugin";

/**
 * A penalty that keeps weights small.
 *
 * Formula: `weight · Σ w²` (not halved, as in Keras), added to the loss. Shapes: any parameter, one number comes out.
 * Throws `bad-argument` for a weight below 0 or not finite.
 * Source: Hoerl and Kennard, "Ridge regression" (1970).
 *
 * @example
 * ```ts
 * import { l2 } from "@neurite/layers";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [penalty] = evaluate([l2(0.5).apply(constant([1, -3]))]);
 * console.log(penalty.data[0]); // → 5
 * ```
 */
export function l2(weight: number): Regularizer {
  numberOption("l2", "weight", weight, "a number from 0 up", (x) => x >= 0);
  return { kind: "l2", config: { weight }, apply: (parameter) => parameter.mul(parameter).sum().mul(weight) };
}
