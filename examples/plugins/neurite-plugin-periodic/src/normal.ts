import { type Initializer, numberOption } from "@neurite/plugin";
import { cosineOfTurn, type Key, naturalLog, sizeOf, uniformAt } from "@neurite/tensor";

/**
 * Numbers of a normal distribution with mean 0, decided by the key: the same bits on every machine.
 *
 * Throws `bad-argument` for a standard deviation that is not finite, or below 0.
 * Source: Box and Muller, "A note on the generation of random normal deviates" (1958).
 *
 * @example
 * ```ts
 * import { normal } from "neurite-plugin-periodic";
 *
 * console.log(normal(0.1).config); // → { standardDeviation: 0.1 }
 * ```
 */
export function normal(standardDeviation: number): Initializer {
  numberOption("periodic/normal", "standardDeviation", standardDeviation, "a number from 0 up", (x) => x >= 0);
  return {
    kind: "periodic/normal",
    config: { standardDeviation },
    sample: (shape, key) =>
      Float64Array.from({ length: sizeOf(shape) }, (_, i) => standardDeviation * normalAt(key, i)),
  };
}

/** Number `index` of the key's stream of standard normal numbers; each takes two uniform ones. */
function normalAt(key: Key, index: number): number {
  // tensor's own logarithm and cosine: those of Math differ in their last bits from one JavaScript engine to the next
  const radius = Math.sqrt(-2 * naturalLog(1 - uniformAt(key, 2 * index)));
  return radius * cosineOfTurn(uniformAt(key, 2 * index + 1));
}
