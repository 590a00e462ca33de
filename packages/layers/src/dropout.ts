import { type Layer, numberOption } from "@neurite/plugin";
import { uniform } from "@neurite/tensor";

export interface DropoutOptions {
  /** The share of numbers that are set to 0, from 0 up to but not including 1. */
  readonly rate: number;
}

/**
 * Sets a random share of its input to 0 while training, so that no unit relies on another; otherwise it changes nothing.
 *
 * Formula: `x / (1 - rate)` where a uniform random number is not below `rate`, else 0 (inverted dropout: the mean stays).
 * Shapes: any, kept. Throws `bad-argument` for a rate outside 0 up to but not including 1.
 * Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout" (2014).
 *
 * @example
 * ```ts
 * import { dropout } from "@neurite/layers";
 *
 * console.log(dropout({ rate: 0.2 }).config); // → { rate: 0.2 }
 * ```
 */
export function dropout({ rate }: DropoutOptions): Layer {
  numberOption("dropout", "rate", rate, "a number from 0 up to but not including 1", (x) => x >= 0 && x < 1);
  return {
    kind: "dropout",
    config: { rate },
    apply: ([x], scope) => {
      if (!scope.training || rate === 0) return x;
      // float32 also for float64 networks: one mask for both, drawn at half the cost
      const dropped = uniform(scope.key("mask"), x.shape, "float32").less(rate);
      return dropped.where(0, x.div(1 - rate));
    },
  };
}
