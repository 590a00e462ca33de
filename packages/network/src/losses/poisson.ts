import type { Loss } from "@neurite/plugin";
import type { Tensor } from "@neurite/tensor";
import { matchTarget } from "./match-target";
import { rowMean } from "./row-mean";

export interface PoissonOptions {
  /**
   * Whether the prediction is the logarithm of the rate. Unless told, it is the rate; where it comes straight from an exponential,
   * the loss works from the exponent, which is exact also where the rate is 0. `false` never looks.
   */
  readonly fromLogRate?: boolean | undefined;
}

/** Added to a rate before its logarithm is taken, as PyTorch does. */
const least = 1e-8;

/**
 * The loss for counts: transactions a month, rentals an hour.
 *
 * Formula: `ŷ - y · log(ŷ + 1e-8)` for a rate ŷ, `e^z - y · z` for its logarithm z; the mean over all axes but the first. It lacks
 * `log y!`, which no training changes, so it may be below 0. Shapes: `prediction: [rows, ...]`, `target` alike with counts from 0 up
 * (any dtype), result `[rows]`, in nats. A rate below 0 gives NaN: end the network in softplus, or in no activation with `fromLogRate`.
 * Throws `bad-data` where the shapes differ. Source: Nelder and Wedderburn, "Generalized linear models" (1972).
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
export function poisson({ fromLogRate }: PoissonOptions = {}): Loss {
  return {
    kind: "poisson",
    config: fromLogRate === undefined ? {} : { fromLogRate },
    apply: (prediction, target) => {
      const counts = matchTarget("poisson", prediction, target);
      const logRate = fromLogRate ? prediction : fromLogRate === undefined ? exponent(prediction) : undefined;
      const rate = fromLogRate ? prediction.exp() : prediction;
      return rowMean(rate.sub(counts.mul(logRate ?? rate.add(least).log())));
    },
  };
}

/** What went into the exponential that a prediction comes from. */
function exponent({ node }: Tensor): Tensor | undefined {
  return node.op === "exp" ? node.inputs[0] : undefined;
}
