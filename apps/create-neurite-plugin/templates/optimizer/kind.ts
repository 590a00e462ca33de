import { numberOption, type Optimizer } from "@neurite/plugin";
import { greater } from "@neurite/tensor";

export interface __options__ {
  /** How much of the last momentum goes on, from 0 to below 1: 0.9 unless told otherwise. */
  readonly momentum?: number | undefined;
}

/**
 * Cautious momentum: a weight moves along the mean of its late gradients only while the present gradient agrees.
 *
 * Formula: `m ← momentum · m + (1 - momentum) · g`, then `w ← w - learningRate · m` where `m · g > 0`, and w as it was elsewhere.
 * Shapes: any parameter, kept; one number is kept for each. Throws `bad-argument` for a momentum outside [0, 1).
 * Source: Liang and others, "Cautious optimizers: improving training with one line of code" (2024), without its scaling of the step.
 */
export function __identifier__({ momentum = 0.9 }: __options__ = {}): Optimizer<"mean"> {
  numberOption("__prefix__/__identifier__", "momentum", momentum, "a number from 0 to below 1", (x) => x >= 0 && x < 1);
  return {
    kind: "__prefix__/__identifier__",
    config: { momentum },
    mode: "step",
    state: ({ shape, dtype }) => ({ mean: { shape, dtype } }),
    update: ({ parameter, gradient, learningRate, state }) => {
      const mean = state.mean.mul(momentum).add(gradient.mul(1 - momentum));
      const move = greater(mean.mul(gradient), 0).where(mean, 0);
      return { parameter: parameter.sub(move.mul(learningRate)), state: { mean } };
    },
  };
}
