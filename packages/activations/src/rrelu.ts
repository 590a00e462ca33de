import { type Activation, numberOption } from "@neurite/plugin";
import { uniform } from "@neurite/tensor";
import { leaky } from "./leaky";

export interface RreluOptions {
  /** The smallest slope below 0: 1/8 unless told otherwise. */
  readonly lower?: number | undefined;
  /** The largest slope below 0: 1/3 unless told otherwise. */
  readonly upper?: number | undefined;
}

/**
 * A leaky relu whose slope is drawn anew for each number while training, which makes overfitting harder.
 *
 * Formula: `f(x) = x` where `x > 0`, else `slope · x`; the slope is uniform from `lower` to `upper` while training, and otherwise their
 * mean. Shapes: any, kept. Throws `bad-argument` for a lower that is not finite, and for an upper below it.
 * Source: Xu, Wang, Chen and Li, "Empirical evaluation of rectified activations in convolutional network" (2015).
 *
 * @example
 * ```ts
 * import { rrelu } from "@neurite/activations";
 *
 * console.log(rrelu().config); // → { lower: 0.125, upper: 0.3333333333333333 }
 * ```
 */
export function rrelu({ lower = 1 / 8, upper = 1 / 3 }: RreluOptions = {}): Activation {
  numberOption("rrelu", "lower", lower);
  numberOption("rrelu", "upper", upper, `a number from "lower" (${lower}) up`, (x) => x >= lower);
  return {
    kind: "rrelu",
    config: { lower, upper },
    apply: (x, scope) => {
      if (!scope.training || lower === upper) return leaky(x, (lower + upper) / 2);
      const slopes = uniform(scope.key("slope"), x.shape, x.dtype);
      return leaky(x, slopes.mul(upper - lower).add(lower));
    },
  };
}
