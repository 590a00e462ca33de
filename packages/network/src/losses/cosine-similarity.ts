import type { Loss } from "@neurite/plugin";
import { NeuriteError, type Tensor } from "@neurite/tensor";
import { describe, matchTarget } from "./match-target";
import { rowMean } from "./row-mean";

const kind = "cosineSimilarity";

/**
 * The loss for directions, whose lengths do not matter: embeddings, profiles. 0 for the same direction, 1 for a right angle, 2 for opposites.
 *
 * Formula: `1 - ŷ · y / (|ŷ| |y|)` along the last axis, worked out as `|ŷ/|ŷ| - y/|y||² / 2`, which keeps its digits for small angles and
 * neither over- nor underflows; the mean over axes between rows and that. A vector of zeros has the cosine 0 with every other, and is
 * pulled towards its target. Shapes: `prediction: [rows, ..., features]` with 2 features or more, `target` alike, result `[rows]`.
 * Throws `bad-data` where the shapes do not fit. As PyTorch's `CosineEmbeddingLoss` for pairs that belong together (without its 1e-12 in
 * the roots); Keras' `CosineSimilarity` is less by 1. Source: Salton, "Automatic text processing" (1989).
 *
 * @example
 * ```ts
 * import { cosineSimilarity } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [perRow] = evaluate([cosineSimilarity.apply(constant([[5, 0], [0, 0]]), constant([[0, 2], [1, 1]]))]);
 * console.log([...perRow.data]); // → [ 1, 1 ]
 * ```
 */
export const cosineSimilarity: Loss = {
  kind,
  apply: (prediction, target) => {
    const { shape } = prediction;
    if (shape.length < 2 || (shape.at(-1) ?? 0) < 2) {
      throw new NeuriteError(
        "bad-data",
        `${kind}: the prediction should be [rows, features] with 2 features or more, got ${describe(shape, shape)}. Give the last layer more units, or use another loss for a single number.`,
      );
    }
    const [a, b] = [direction(prediction), direction(matchTarget(kind, prediction, target))];
    const apart = a.vector.sub(b.vector);
    const squares = apart.mul(apart).sum(-1);
    // |a - b|² = 2 - 2 cos takes both lengths for 1
    return rowMean(squares.add(a.missing).add(b.missing).div(2));
  },
};

/** A vector of length 1; zeros stay, and say that 1 is missing in their square. */
function direction(x: Tensor): { readonly vector: Tensor; readonly missing: Tensor } {
  // a direction does not change with the size, so neither does its gradient see this division
  const size = x.abs().max(-1, { keep: true }).stopGradient();
  const none = size.equal(0);
  const scaled = x.div(none.where(1, size));
  const squares = scaled.mul(scaled).sum(-1, { keep: true });
  const vector = scaled.div(none.where(1, squares).sqrt());
  return { vector, missing: none.cast(x.dtype).sum(-1) };
}
