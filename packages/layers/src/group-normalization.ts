import { type Layer, numberOption } from "@neurite/plugin";
import { NeuriteError, sizeOf } from "@neurite/tensor";
import { featureAxis } from "./feature-axis";
import { type ScaleAndBiasOptions, scaleAndBias } from "./scale-and-bias";
import { wholeOption } from "./whole-option";

export interface GroupNormalizationOptions extends ScaleAndBiasOptions {
  /** Into how many groups the channels are split; as many as channels make it instance normalisation. */
  readonly groups: number;
  /** Added to the variance, so that a constant group does not divide by 0: 1e-5 unless told otherwise, as in PyTorch; Keras takes 1e-3. */
  readonly epsilon?: number | undefined;
}

/**
 * Brings each group of channels of each row to mean 0 and variance 1, then to a trained scale and bias for each channel.
 *
 * Formula: `(x - mean) / √(variance + epsilon) · scale + bias`, mean and (biased) variance over the channels of the group and all axes between
 * the rows and the channels; the same while training and after, whatever the size of the batch.
 * Shapes: input `[rows, ..., channels]`, kept; parameters `scale` and `bias`: `[channels]`.
 * Throws `bad-argument` for groups that do not divide the channels or an epsilon that is not above 0, `bad-shape` for an input of fewer than
 * two axes. Source: Wu and He, "Group normalization" (2018).
 *
 * @example
 * ```ts
 * import { groupNormalization } from "@neurite/layers";
 *
 * console.log(groupNormalization({ groups: 4 }).config); // → { groups: 4, epsilon: 0.00001, useScale: true, useBias: true }
 * ```
 */
export function groupNormalization(options: GroupNormalizationOptions): Layer {
  const { groups, epsilon = 1e-5, useScale = true, useBias = true } = options;
  wholeOption("groupNormalization", "groups", groups);
  numberOption("groupNormalization", "epsilon", epsilon, "a number above 0", (x) => x > 0);
  return {
    kind: "groupNormalization",
    config: { groups, epsilon, useScale, useBias },
    apply: ([x], scope) => {
      const channels = featureAxis("groupNormalization", x);
      if (channels % groups !== 0) {
        throw new NeuriteError(
          "bad-argument",
          `groupNormalization: the channels should be a multiple of the ${groups} groups, got ${channels}. Change one of them.`,
        );
      }
      const restore = scaleAndBias(scope, [channels], { useScale, useBias });
      const places = sizeOf(x.shape.slice(1, -1));
      const split = x.reshape([...x.shape.slice(0, 1), places, groups, channels / groups]);
      const centered = split.sub(split.mean([1, 3], { keep: true }));
      const variance = centered.mul(centered).mean([1, 3], { keep: true });
      return restore(centered.div(variance.add(epsilon).sqrt()).reshape(x.shape));
    },
  };
}
