import { type Initializer, numberOption } from "@neurite/plugin";
import { type Key, NeuriteError, type Shape, sizeOf, uniformAt } from "@neurite/tensor";

export interface UniformOptions {
  /** The smallest number: -0.05 unless told otherwise. */
  readonly min?: number | undefined;
  /** The bound above, itself left out: 0.05 unless told otherwise. */
  readonly max?: number | undefined;
}

/**
 * Numbers spread evenly from `min` up to but not including `max`.
 *
 * Throws `bad-argument` for bounds that are not finite or the wrong way round.
 *
 * @example
 * ```ts
 * import { uniform } from "@neurite/layers";
 * import { seedKey } from "@neurite/tensor";
 *
 * const numbers = uniform({ min: 0, max: 2 }).sample([3, 4], seedKey(1));
 * console.log(numbers.length, numbers.every((x) => x >= 0 && x < 2)); // → 12 true
 * ```
 */
export function uniform({ min = -0.05, max = 0.05 }: UniformOptions = {}): Initializer {
  numberOption("uniform", "min", min);
  numberOption("uniform", "max", max);
  if (min > max) {
    throw new NeuriteError(
      "bad-argument",
      `uniform: "min" should not be above "max", got ${min} and ${max}. Exchange the two.`,
    );
  }
  return { kind: "uniform", config: { min, max }, sample: (shape, key) => sampleUniform(shape, key, min, max) };
}

/** Element `i` is number `i` of the key's stream, scaled. */
export function sampleUniform(shape: Shape, key: Key, min: number, max: number): Float64Array {
  const numbers = new Float64Array(sizeOf(shape));
  for (let i = 0; i < numbers.length; i++) numbers[i] = min + (max - min) * uniformAt(key, i);
  return numbers;
}
