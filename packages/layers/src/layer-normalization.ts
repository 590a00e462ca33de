import { type Layer, numberOption } from "@neurite/plugin";
import { featureAxis } from "./feature-axis";
import { ones } from "./ones";
import { zeros } from "./zeros";

export interface LayerNormalizationOptions {
  /** Added to the variance, so that a constant row does not divide by 0: 1e-5 unless told otherwise. */
  readonly epsilon?: number | undefined;
}

/**
 * Brings each row to mean 0 and variance 1, then to a trained scale and bias for each column.
 *
 * Formula: `(x - mean) / √(variance + epsilon) · scale + bias`, mean and (biased) variance along the last axis; the same while
 * training and after. Shapes: input `[rows, ..., channels]`, kept; parameters `scale` and `bias`: `[channels]`.
 * Throws `bad-argument` for an epsilon that is not above 0, `bad-shape` for an input of fewer than two axes.
 * Source: Ba, Kiros and Hinton, "Layer normalization" (2016).
 *
 * @example
 * ```ts
 * import { layerNormalization } from "@neurite/layers";
 *
 * console.log(layerNormalization().config); // → { epsilon: 0.00001 }
 * ```
 */
export function layerNormalization({ epsilon = 1e-5 }: LayerNormalizationOptions = {}): Layer {
  numberOption("layerNormalization", "epsilon", epsilon, "a number above 0", (x) => x > 0);
  return {
    kind: "layerNormalization",
    config: { epsilon },
    apply: ([x], scope) => {
      const shape = [featureAxis("layerNormalization", x)];
      const scale = scope.parameter("scale", { shape, initializer: ones, decay: false });
      const bias = scope.parameter("bias", { shape, initializer: zeros, decay: false });
      const centered = x.sub(x.mean(-1, { keep: true }));
      const variance = centered.mul(centered).mean(-1, { keep: true });
      return centered.div(variance.add(epsilon).sqrt()).mul(scale).add(bias);
    },
  };
}
