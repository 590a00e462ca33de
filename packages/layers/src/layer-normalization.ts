import { type Layer, numberOption } from "@neurite/plugin";
import { formatShape, NeuriteError, type Tensor } from "@neurite/tensor";
import { featureAxis } from "./feature-axis";
import { type ScaleAndBiasOptions, scaleAndBias } from "./scale-and-bias";
import { wholeOption } from "./whole-option";

export interface LayerNormalizationOptions extends ScaleAndBiasOptions {
  /** Added to the variance, so that a constant row does not divide by 0: 1e-5 unless told otherwise, as in PyTorch; Keras takes 1e-3. */
  readonly epsilon?: number | undefined;
  /** How many of the last axes are taken together: 1 unless told otherwise. PyTorch's `normalized_shape` has as many sizes. */
  readonly axes?: number | undefined;
}

/**
 * Brings each row to mean 0 and variance 1, then to a trained scale and bias for each column.
 *
 * Formula: `(x - mean) / √(variance + epsilon) · scale + bias`, mean and (biased) variance along the last axis, or the last `axes`; the same
 * while training and after. Shapes: input `[rows, ..., channels]`, kept; parameters `scale` and `bias`: the sizes of the last axes.
 * Throws `bad-argument` for an epsilon that is not above 0, `bad-shape` for an input that has no axes beside these and the rows.
 * Source: Ba, Kiros and Hinton, "Layer normalization" (2016).
 *
 * @example
 * ```ts
 * import { layerNormalization } from "@neurite/layers";
 *
 * console.log(layerNormalization().config); // → { epsilon: 0.00001, axes: 1, useScale: true, useBias: true }
 * ```
 */
export function layerNormalization(options: LayerNormalizationOptions = {}): Layer {
  const { epsilon = 1e-5, axes = 1, useScale = true, useBias = true } = options;
  numberOption("layerNormalization", "epsilon", epsilon, "a number above 0", (x) => x > 0);
  wholeOption("layerNormalization", "axes", axes);
  return {
    kind: "layerNormalization",
    config: { epsilon, axes, useScale, useBias },
    apply: ([x], scope) => {
      const restore = scaleAndBias(scope, lastAxes(x, axes), { useScale, useBias });
      const along = Array.from({ length: axes }, (_, i) => i - axes);
      const centered = x.sub(x.mean(along, { keep: true }));
      const variance = centered.mul(centered).mean(along, { keep: true });
      return restore(centered.div(variance.add(epsilon).sqrt()));
    },
  };
}

/** The sizes of the last axes, none of which may hold the rows. */
function lastAxes(x: Tensor, axes: number) {
  featureAxis("layerNormalization", x);
  if (axes < x.shape.length) return x.shape.slice(-axes);
  throw new NeuriteError(
    "bad-shape",
    `layerNormalization: "axes" should leave the rows alone, got ${axes} for an input of shape ${formatShape(x.shape)}. Use at most ${x.shape.length - 1}.`,
  );
}
