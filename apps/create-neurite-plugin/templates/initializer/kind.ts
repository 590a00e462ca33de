import { type Initializer, numberOption } from "@neurite/plugin";
import { sizeOf, uniformAt } from "@neurite/tensor";

export interface __options__ {
  /** The factor of the sine that the sums go through: 30 unless told otherwise. */
  readonly frequency?: number | undefined;
}

/**
 * Random weights for layers whose activation is the sine: the signals keep their spread from layer to layer.
 *
 * Formula: uniform from `-√(6 / inputs) / frequency` to `√(6 / inputs) / frequency`. Shapes: any; `inputs` is the last axis but one, or the
 * only one. Throws `bad-argument` for a frequency that is not above 0.
 * Source: Sitzmann and others, "Implicit neural representations with periodic activation functions" (2020).
 */
export function __identifier__({ frequency = 30 }: __options__ = {}): Initializer {
  numberOption("__prefix__/__identifier__", "frequency", frequency, "a number above 0", (x) => x > 0);
  return {
    kind: "__prefix__/__identifier__",
    config: { frequency },
    sample: (shape, key) => {
      const inputs = Math.max(1, shape.at(-2) ?? shape.at(-1) ?? 1);
      const limit = Math.sqrt(6 / inputs) / frequency;
      // the key alone decides the numbers: never Math.random
      return Float64Array.from({ length: sizeOf(shape) }, (_, i) => limit * (2 * uniformAt(key, i) - 1));
    },
  };
}
