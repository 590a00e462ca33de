import type { Optimizer } from "@neurite/plugin";
import type { Tensor } from "@neurite/tensor";
import { positiveOption } from "../positive-option";
import { shareOption } from "../share-option";
import { flush } from "./flush";
import { likeParameter } from "./like-parameter";
import { movingAverage } from "./moving-average";
import { rootOf } from "./root-of";
import { coupledDecay, decayOptions, type WeightDecayOptions } from "./weight-decay";

/** `weightDecay` is 0 unless told otherwise, and acts by the gradient of `weightDecay / 2 · Σ w²`. */
export interface RmspropOptions extends WeightDecayOptions {
  /** How slowly the average of the squared gradients forgets: 0.99 unless told otherwise. */
  readonly alpha?: number | undefined;
  /** Keeps the division from 0: 1e-8 unless told otherwise. */
  readonly epsilon?: number | undefined;
  /** Whether epsilon is added inside the root, as in Keras: false unless told otherwise. */
  readonly epsilonInside?: boolean | undefined;
  /** How much of the last move goes on, from 0 to below 1: 0 unless told otherwise. */
  readonly momentum?: number | undefined;
  /** Whether to divide by the spread of the gradients instead of their size: false unless told otherwise. */
  readonly centered?: boolean | undefined;
}

type Slot = "squares" | "mean" | "velocity";

/**
 * Divides each weight's gradient by the size that it had of late.
 *
 * Formula: `s ← alpha · s + (1 - alpha) · g²`, `w ← w - learningRate · g / (√s + epsilon)`; centered, `√(s - a²)` with the average a of g;
 * with momentum, `v ← momentum · v + g / (√s + epsilon)` and `w ← w - learningRate · v`. As in PyTorch, but that biases and norms do
 * not decay unless `decayAll` says so; `epsilonInside` gives the form of Keras, `√(s + epsilon)` (its alpha is 0.9, its epsilon 1e-7).
 * Shapes: any parameter, kept; one to three numbers are kept for each.
 * Throws `bad-argument` for an alpha or momentum outside [0, 1), an epsilon that is not above 0, a weightDecay below 0.
 * Source: Tieleman and Hinton, "Lecture 6.5: rmsprop" (2012); centered: Graves, "Generating sequences with recurrent neural networks" (2013).
 *
 * @example
 * ```ts
 * import { rmsprop } from "@neurite/network";
 *
 * const keras = rmsprop({ alpha: 0.9, epsilon: 1e-7, epsilonInside: true });
 * console.log(keras.kind); // → rmsprop
 * ```
 */
export function rmsprop(options: RmspropOptions = {}): Optimizer {
  const { alpha = 0.99, epsilon = 1e-8, epsilonInside = false, momentum = 0, centered = false } = options;
  shareOption("rmsprop", "alpha", alpha);
  positiveOption("rmsprop", "epsilon", epsilon);
  shareOption("rmsprop", "momentum", momentum);
  const decay = decayOptions("rmsprop", options);
  const optimizer: Optimizer = {
    kind: "rmsprop",
    config: { alpha, epsilon, epsilonInside, momentum, centered, ...decay },
    mode: "step",
    state: (parameter) => {
      const kept = likeParameter(parameter);
      return { squares: kept, ...(centered && { mean: kept }), ...(momentum > 0 && { velocity: kept }) };
    },
    update: (u) => {
      const past = u.state as Readonly<Record<Slot, Tensor>>; // squares always, the others where `state` names them
      const { gradient } = coupledDecay(u, decay);
      const squares = movingAverage(past.squares, gradient.mul(gradient), alpha);
      const mean = centered && movingAverage(past.mean, gradient, alpha);
      // a gradient that never changes leaves -1e-17 of its spread
      const size = mean ? squares.sub(mean.mul(mean)).maximum(0) : squares;
      const scaled = gradient.div(rootOf(size, epsilon, epsilonInside));
      const velocity = momentum > 0 && flush(past.velocity.mul(momentum).add(scaled));
      return {
        parameter: u.parameter.sub((velocity || scaled).mul(u.learningRate)),
        state: { squares, ...(mean && { mean }), ...(velocity && { velocity }) },
      };
    },
  };
  return optimizer;
}
