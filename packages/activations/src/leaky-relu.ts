import { type Activation, numberOption } from "@neurite/plugin";
import { greater } from "@neurite/tensor";

export interface LeakyReluOptions {
  /** The slope below 0: 0.01 unless told otherwise. */
  readonly slope?: number | undefined;
}

/**
 * A relu that lets a little through below 0, so that no unit dies.
 *
 * Formula: `f(x) = x` where `x > 0`, else `slope · x`; its gradient at 0 is `slope`. Shapes: any, kept.
 * Throws `bad-argument` for a slope that is not finite.
 * Source: Maas, Hannun and Ng, "Rectifier nonlinearities improve neural network acoustic models" (2013).
 *
 * @example
 * ```ts
 * import { leakyRelu } from "@neurite/activations";
 *
 * console.log(leakyRelu({ slope: 0.2 }).config); // → { slope: 0.2 }
 * ```
 */
export function leakyRelu({ slope = 0.01 }: LeakyReluOptions = {}): Activation {
  numberOption("leakyRelu", "slope", slope);
  return {
    kind: "leakyRelu",
    config: { slope },
    // with a slope of 0 the product would be NaN at -Infinity
    apply: (x) => (slope === 0 ? x.maximum(0) : greater(x, 0).where(x, x.mul(slope))),
  };
}
