import type { Loss } from "@neurite/plugin";
import { constant, type Tensor } from "@neurite/tensor";
import { positiveOption } from "../positive-option";
import { halves } from "./halves";
import { matchTarget } from "./match-target";
import { rowMean } from "./row-mean";

export interface GaussianNegativeLogLikelihoodOptions {
  /** The least variance that counts, in the target's unit squared: 1e-6 unless told otherwise, as in PyTorch. */
  readonly epsilon?: number | undefined;
  /** Whether `½ log 2π` is added, which no training changes, so that the loss is `-log` of a density: not unless told. */
  readonly full?: boolean | undefined;
  /** Whether the second half of the prediction is the logarithms of the variances: not unless told. */
  readonly fromLogVariance?: boolean | undefined;
}

const kind = "gaussianNegativeLogLikelihood";
/** ½ log 2π */
const halfLogOfTurn = 0.9189385332046728;

/**
 * The loss for a prediction that tells how sure it is: a mean and a variance for each target.
 *
 * Formula: `½ (log v + (m - y)² / v)` with `v = max(variance, epsilon)`; the mean over all axes but the first. The gradient does not see the
 * bound, as in PyTorch, so that a variance below it still learns. Shapes: `prediction: [rows, ..., 2n]`, n means, then n variances;
 * `target: [rows, ..., n]` (`[rows]` too where n is 1), result `[rows]`, in nats. A variance below 0 gives NaN, which stops a training:
 * let the network end in no activation with `fromLogVariance`. Throws `bad-argument` for an epsilon that is not above 0, `bad-data` where
 * the shapes do not fit. As in PyTorch, which takes means and variances apart.
 * Source: Nix and Weigend, "Estimating the mean and variance of the target probability distribution" (1994).
 *
 * @example
 * ```ts
 * import { gaussianNegativeLogLikelihood } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const loss = gaussianNegativeLogLikelihood({ fromLogVariance: true });
 * console.log([...evaluate([loss.apply(constant([[3, 0], [3, 0]]), constant([3, 5]))])[0].data]); // → [ 0, 2 ]
 * ```
 */
export function gaussianNegativeLogLikelihood({
  epsilon = 1e-6,
  full,
  fromLogVariance,
}: GaussianNegativeLogLikelihoodOptions = {}): Loss {
  positiveOption(kind, "epsilon", epsilon);
  return {
    kind,
    config: {
      epsilon,
      ...(full === undefined ? {} : { full }),
      ...(fromLogVariance === undefined ? {} : { fromLogVariance }),
    },
    apply: (prediction, target) => {
      const [mean, spread] = halves(kind, prediction, "the means, then the variances");
      const miss = mean.sub(matchTarget(kind, mean, target, "the means"));
      const { logVariance, part } = fromLogVariance ? ofLogarithm(spread, miss) : ofVariance(spread, miss);
      const cost = logVariance.add(miss.mul(part)).div(2);
      return rowMean(full ? cost.add(halfLogOfTurn) : cost);
    },
  };

  /** The logarithm of the variance, and the miss divided by the variance; the square of a huge miss is never taken. */
  function ofVariance(variance: Tensor, miss: Tensor) {
    const bounded = variance.less(0).where(Number.NaN, variance.maximum(epsilon));
    const v = unseen(variance, bounded);
    return { logVariance: v.log(), part: miss.div(v) };
  }

  function ofLogarithm(logarithm: Tensor, miss: Tensor) {
    const least = constant(epsilon, logarithm.dtype).log();
    const logVariance = unseen(logarithm, logarithm.maximum(least));
    return { logVariance, part: miss.mul(logVariance.neg().exp()) };
  }
}

/** The bounded number, whose bound the gradient does not see. */
function unseen(x: Tensor, bounded: Tensor): Tensor {
  return bounded.stopGradient().add(x.sub(x.stopGradient()));
}
