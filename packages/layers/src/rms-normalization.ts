import { type Layer, numberOption } from "@neurite/plugin";
import { featureAxis } from "./feature-axis";
import { scaleAndBias } from "./scale-and-bias";

export interface RmsNormalizationOptions {
  /** Added to the mean of the squares, so that a row of zeros does not divide by 0: 1e-6 unless told otherwise, as in Keras. */
  readonly epsilon?: number | undefined;
  /** Whether to multiply by trained numbers, which start at 1: true unless told otherwise. */
  readonly useScale?: boolean | undefined;
}

/**
 * Brings each row to a mean square of 1, then to a trained scale for each column: layer normalisation that leaves the mean alone.
 *
 * Formula: `x / √(mean(x²) + epsilon) · scale`, the mean along the last axis; the same while training and after.
 * Shapes: input `[rows, ..., channels]`, kept; parameter `scale`: `[channels]`.
 * Throws `bad-argument` for an epsilon that is not above 0, `bad-shape` for an input of fewer than two axes.
 * Source: Zhang and Sennrich, "Root mean square layer normalization" (2019).
 *
 * @example
 * ```ts
 * import { rmsNormalization } from "@neurite/layers";
 *
 * console.log(rmsNormalization().config); // → { epsilon: 0.000001, useScale: true }
 * ```
 */
export function rmsNormalization({ epsilon = 1e-6, useScale = true }: RmsNormalizationOptions = {}): Layer {
  numberOption("rmsNormalization", "epsilon", epsilon, "a number above 0", (x) => x > 0);
  return {
    kind: "rmsNormalization",
    config: { epsilon, useScale },
    apply: ([x], scope) => {
      const restore = scaleAndBias(scope, [featureAxis("rmsNormalization", x)], { useScale, useBias: false });
      return restore(x.div(x.mul(x).mean(-1, { keep: true }).add(epsilon).sqrt()));
    },
  };
}
