import type { Initializer } from "@neurite/plugin";
import { NeuriteError, sizeOf } from "@neurite/tensor";

/**
 * Starts a parameter at given numbers, repeated along its last axis: one polynomial, or the same one for each column.
 *
 * Throws `bad-argument` for an empty list and for numbers that are not finite.
 *
 * @example
 * ```ts
 * import { coefficients } from "neurite-plugin-rational";
 *
 * console.log([...coefficients([1, 2, 3]).sample([2, 3], [0, 0])]); // → [ 1, 2, 3, 1, 2, 3 ]
 * ```
 */
export function coefficients(numbers: readonly number[]): Initializer {
  if (numbers.length === 0 || !numbers.every(Number.isFinite)) {
    throw new NeuriteError(
      "bad-argument",
      `rational/coefficients: "numbers" should be finite numbers, at least one, got [${numbers.join(", ")}]. Pass the coefficients from the lowest power up.`,
    );
  }
  return {
    kind: "rational/coefficients",
    config: { numbers },
    sample: (shape) => Float64Array.from({ length: sizeOf(shape) }, (_, i) => numbers[i % numbers.length] ?? 0),
  };
}
