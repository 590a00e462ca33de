import type { Initializer } from "@neurite/plugin";
import { type Key, type Shape, sizeOf } from "@neurite/tensor";
import { checkNormal, type NormalOptions, normalAt } from "./normal";

/**
 * Numbers of a normal distribution, those more than two standard deviations from the mean drawn again.
 *
 * What comes out has 0.8796 times the standard deviation that is asked for, as in Keras.
 * Throws `bad-argument` for options that are not finite, or a standard deviation below 0.
 *
 * @example
 * ```ts
 * import { truncatedNormal } from "@neurite/layers";
 * import { seedKey } from "@neurite/tensor";
 *
 * const numbers = truncatedNormal({ standardDeviation: 1 }).sample([1000], seedKey(1));
 * console.log(numbers.every((x) => Math.abs(x) <= 2)); // → true
 * ```
 */
export function truncatedNormal(options: NormalOptions = {}): Initializer {
  const { mean, standardDeviation } = checkNormal("truncatedNormal", options);
  return {
    kind: "truncatedNormal",
    config: { mean, standardDeviation },
    sample: (shape, key) => sampleTruncated(shape, key, mean, standardDeviation),
  };
}

/** Walks the key's stream of normal numbers and skips the 4.6 % beyond two standard deviations. */
export function sampleTruncated(shape: Shape, key: Key, mean: number, standardDeviation: number): Float64Array {
  const numbers = new Float64Array(sizeOf(shape));
  let next = 0;
  for (let i = 0; i < numbers.length; ) {
    const number = normalAt(key, next++);
    if (Math.abs(number) <= 2) numbers[i++] = mean + standardDeviation * number;
  }
  return numbers;
}
