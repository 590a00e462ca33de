import type { Loss } from "@neurite/plugin";
import { logGamma } from "@neurite/tensor";
import { checkTargetValues } from "./check-target-values";
import { logarithmsOf } from "./logarithms-of";
import { matchTarget } from "./match-target";
import { rowMean } from "./row-mean";

export interface PoissonOptions {
  /**
   * Whether the prediction is the logarithm of the rate. Unless told, it is the rate; where it comes straight from an exponential,
   * the loss works from the exponent, which is exact also where the rate is 0. `false` never looks.
   */
  readonly fromLogRate?: boolean | undefined;
  /** Whether `log y!` is added, which no training changes, so that the loss is `-log` of a probability: not unless told. */
  readonly full?: boolean | undefined;
}

const kind = "poisson";

/** Added to a rate before its logarithm is taken, as PyTorch does. */
const least = 1e-8;

/**
 * The loss for counts: transactions a month, rentals an hour.
 *
 * Formula: `ŷ - y · log(ŷ + 1e-8)` for a rate ŷ, `e^z - y · z` for its logarithm z; the mean over all axes but the first. Unless `full`
 * it lacks `log y!`, which no training changes, so it may be below 0. Shapes: `prediction: [rows, ...]`, `target` alike with counts from
 * 0 up (any dtype), result `[rows]`, in nats. A rate below 0 gives NaN: end the network in softplus, or in no activation with
 * `fromLogRate`. Throws `bad-data` where the shapes differ or a count is below 0.
 * As in PyTorch, which however takes logarithms unless told otherwise, and where `full` is Stirling's approximation (0 for counts up to
 * 1); here it is exact. Source: Nelder and Wedderburn, "Generalized linear models" (1972).
 *
 * @example
 * ```ts
 * import { poisson } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [perRow] = evaluate([poisson({ fromLogRate: true }).apply(constant([[0], [0]]), constant([[3], [0]]))]);
 * console.log([...perRow.data]); // → [ 1, 1 ]
 * ```
 */
export function poisson({ fromLogRate, full }: PoissonOptions = {}): Loss {
  return {
    kind,
    config: { ...(fromLogRate === undefined ? {} : { fromLogRate }), ...(full === undefined ? {} : { full }) },
    apply: (prediction, target) => {
      checkTargetValues(kind, target, (y) => y >= 0, "counts from 0 up", "Use another loss for numbers below 0.");
      const counts = matchTarget(kind, prediction, target);
      const rate = fromLogRate ? prediction.exp() : prediction;
      const logRate = logarithmsOf(prediction, fromLogRate) ?? rate.add(least).log();
      const cost = rate.sub(counts.mul(logRate));
      return rowMean(full ? cost.add(logGamma(counts.add(1))) : cost);
    },
  };
}
