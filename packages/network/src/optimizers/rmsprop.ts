import { numberOption, type Optimizer } from "@neurite/plugin";
import type { Tensor } from "@neurite/tensor";
import { shareOption } from "../share-option";
import { flush } from "./flush";
import { likeParameter } from "./like-parameter";
import { movingAverage } from "./moving-average";
import { penalizedGradient } from "./penalized-gradient";

export interface RmspropOptions {
  /** How slowly the average of the squared gradients forgets: 0.99 unless told otherwise. */
  readonly alpha?: number | undefined;
  /** Keeps the division from 0, added outside the root: 1e-8 unless told otherwise. */
  readonly epsilon?: number | undefined;
  /** How much of the last move goes on, from 0 to below 1: 0 unless told otherwise. */
  readonly momentum?: number | undefined;
  /** Whether to divide by the spread of the gradients instead of their size: false unless told otherwise. */
  readonly centered?: boolean | undefined;
  /** Pulls weights towards 0, by the gradient of `weightDecay / 2 · Σ w²`: 0 unless told otherwise. Biases and norms are left alone. */
  readonly weightDecay?: number | undefined;
}

type Slot = "squares" | "mean" | "velocity";

/**
 * Divides each weight's gradient by the size that it had of late.
 *
 * Formula: `s ← alpha · s + (1 - alpha) · g²`, `w ← w - learningRate · g / (√s + epsilon)`; centered, `√(s - a²)` with the average a of g;
 * with momentum, `v ← momentum · v + g / (√s + epsilon)` and `w ← w - learningRate · v`. As in PyTorch, but that biases and norms never
 * decay (Keras adds epsilon inside the root). Shapes: any parameter, kept; one to three numbers are kept for each.
 * Throws `bad-argument` for an alpha or momentum outside [0, 1), an epsilon that is not above 0, a weightDecay below 0.
 * Source: Tieleman and Hinton, "Lecture 6.5: rmsprop" (2012); centered: Graves, "Generating sequences with recurrent neural networks" (2013).
 *
 * @example
 * ```ts
 * import { rmsprop } from "@neurite/network";
 *
 * console.log(rmsprop({ alpha: 0.9 }).kind); // → rmsprop
 * ```
 */
export function rmsprop(options: RmspropOptions = {}): Optimizer {
  const { alpha = 0.99, epsilon = 1e-8, momentum = 0, centered = false, weightDecay = 0 } = options;
  shareOption("rmsprop", "alpha", alpha);
  numberOption("rmsprop", "epsilon", epsilon, "a number above 0", (x) => x > 0);
  shareOption("rmsprop", "momentum", momentum);
  numberOption("rmsprop", "weightDecay", weightDecay, "a number from 0 up", (x) => x >= 0);
  const optimizer: Optimizer = {
    kind: "rmsprop",
    config: { alpha, epsilon, momentum, centered, weightDecay },
    mode: "step",
    state: (parameter) => {
      const kept = likeParameter(parameter);
      return { squares: kept, ...(centered && { mean: kept }), ...(momentum > 0 && { velocity: kept }) };
    },
    update: (u) => {
      const past = u.state as Readonly<Record<Slot, Tensor>>; // squares always, the others where `state` names them
      const gradient = penalizedGradient(u, weightDecay);
      const squares = movingAverage(past.squares, gradient.mul(gradient), alpha);
      const mean = centered && movingAverage(past.mean, gradient, alpha);
      // a gradient that never changes leaves -1e-17 of its spread
      const size = mean ? squares.sub(mean.mul(mean)).maximum(0) : squares;
      const scaled = gradient.div(size.sqrt().add(epsilon));
      const velocity = momentum > 0 && flush(past.velocity.mul(momentum).add(scaled));
      return {
        parameter: u.parameter.sub((velocity || scaled).mul(u.learningRate)),
        state: { squares, ...(mean && { mean }), ...(velocity && { velocity }) },
      };
    },
  };
  return optimizer;
}
