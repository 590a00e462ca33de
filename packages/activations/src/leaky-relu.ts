import { type Activation, numberOption } from "@neurite/plugin";
import { leaky } from "./leaky";

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
  return { kind: "leakyRelu", config: { slope }, apply: (x) => leaky(x, slope) };
}
