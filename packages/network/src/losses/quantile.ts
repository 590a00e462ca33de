import type { Loss } from "@neurite/plugin";
import { formatShape, NeuriteError, sameShape, type Tensor } from "@neurite/tensor";
import { describe, matchTarget } from "./match-target";
import { type PerColumn, perColumn, perColumnOption } from "./per-column";
import { rowMean } from "./row-mean";

export interface QuantileOptions {
  /**
   * The share of targets that should lie below the prediction: 0.5, the median, unless told otherwise. A list has one for each column of
   * the prediction.
   */
  readonly quantile?: PerColumn | undefined;
}

const kind = "quantile";

/**
 * The loss for a quantile rather than the mean, or for several at once: a prediction with its range. Also known as the pinball loss.
 *
 * Formula: `q · (y - ŷ)` where the target is above the prediction, `(1 - q) · (ŷ - y)` where it is below; the mean over all axes but the
 * first; the gradient where both are equal is 0. With q = ½ it is half the absolute error. Shapes: `prediction: [rows, ...]`, `target`
 * alike; under a list of n quantiles `prediction: [rows, ..., n]`, and `target` alike or `[rows, ...]` or `[rows, ..., 1]`, which is
 * compared with each; result `[rows]`, in the target's unit. Throws `bad-argument` for quantiles outside 0 to 1 or a list that does not fit
 * the prediction, `bad-data` where the shapes differ. As scikit-learn's `mean_pinball_loss`.
 * Source: Koenker and Bassett, "Regression quantiles" (1978).
 *
 * @example
 * ```ts
 * import { quantile } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [perRow] = evaluate([quantile({ quantile: [0.25, 0.75] }).apply(constant([[1, 5]]), constant([[3]]))]);
 * console.log([...perRow.data]); // → [ 0.5 ]
 * ```
 */
export function quantile({ quantile = 0.5 }: QuantileOptions = {}): Loss {
  perColumnOption(kind, "quantile", quantile, "a number between 0 and 1", (q) => q > 0 && q < 1);
  return {
    kind,
    config: { quantile },
    apply: (prediction, target) => {
      const share = perColumn(kind, "quantile", quantile, prediction);
      const y = typeof share === "number" ? matchTarget(kind, prediction, target) : matchEach(prediction, target);
      const miss = prediction.sub(y);
      const opposite = typeof share === "number" ? 1 - share : share.neg().add(1);
      const [above, below] = [miss.abs().mul(opposite), miss.abs().mul(share)];
      return rowMean(miss.less(0).where(below, above));
    },
  };
}

/** The target beside several quantiles of it. */
function matchEach(prediction: Tensor, target: Tensor): Tensor {
  const [p, t] = [prediction.shape, target.shape];
  const places = p.slice(0, -1);
  const y = target.cast(prediction.dtype);
  if (sameShape(p, t)) return y;
  if (sameShape(t, places) || sameShape(t, [...places, 1])) return y.reshape([...places, 1]);
  throw new NeuriteError(
    "bad-data",
    `${kind}: the targets should be one number for all quantiles, ${describe([...places, 1], t)}, or one for each, ${describe(p, t)}, got ${t.length === 0 ? formatShape(t) : describe(t, p)}. Bring one target for each row.`,
  );
}
