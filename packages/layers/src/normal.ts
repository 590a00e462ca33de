import { type Initializer, numberOption } from "@neurite/plugin";
import { cosineOfTurn, type Key, naturalLog, sizeOf, uniformAt } from "@neurite/tensor";

export interface NormalOptions {
  /** The mean: 0 unless told otherwise. */
  readonly mean?: number | undefined;
  /** The standard deviation: 0.05 unless told otherwise. */
  readonly standardDeviation?: number | undefined;
}

/**
 * Numbers of a normal distribution.
 *
 * Throws `bad-argument` for options that are not finite, or a standard deviation below 0.
 * Source: Box and Muller, "A note on the generation of random normal deviates" (1958).
 *
 * @example
 * ```ts
 * import { normal } from "@neurite/layers";
 *
 * console.log(normal({ standardDeviation: 1 }).config); // → { mean: 0, standardDeviation: 1 }
 * ```
 */
export function normal(options: NormalOptions = {}): Initializer {
  const { mean, standardDeviation } = checkNormal("normal", options);
  return {
    kind: "normal",
    config: { mean, standardDeviation },
    sample: (shape, key) => {
      const numbers = new Float64Array(sizeOf(shape));
      for (let i = 0; i < numbers.length; i++) numbers[i] = mean + standardDeviation * normalAt(key, i);
      return numbers;
    },
  };
}

/** The options with their defaults, refused where they make no distribution. */
export function checkNormal(kind: string, { mean = 0, standardDeviation = 0.05 }: NormalOptions) {
  numberOption(kind, "mean", mean);
  numberOption(kind, "standardDeviation", standardDeviation, "a number from 0 up", (x) => x >= 0);
  return { mean, standardDeviation };
}

/** Number `index` of the key's stream of standard normal numbers; each takes two uniform ones. */
export function normalAt(key: Key, index: number): number {
  const radius = Math.sqrt(-2 * naturalLog(1 - uniformAt(key, 2 * index)));
  return radius * cosineOfTurn(uniformAt(key, 2 * index + 1));
}
