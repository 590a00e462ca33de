import type { Optimizer } from "@neurite/plugin";
import { positiveOption } from "../positive-option";
import { shareOption } from "../share-option";
import { likeParameter } from "./like-parameter";
import { movingAverage } from "./moving-average";
import { coupledDecay, decayOptions, type WeightDecayOptions } from "./weight-decay";

/** `weightDecay` is 0 unless told otherwise. */
export interface AdadeltaOptions extends WeightDecayOptions {
  /** How slowly both averages forget: 0.9 unless told otherwise. */
  readonly rho?: number | undefined;
  /** Keeps the division from 0 and makes the first moves: 1e-6 unless told otherwise. */
  readonly epsilon?: number | undefined;
}

type Slot = "squares" | "moves";

/**
 * Measures each weight's steps by its own last ones, so that a learning rate of 1 suits; it sets out slowly.
 *
 * Formula: `s ← rho · s + (1 - rho) · g²`, `d = √(a + epsilon) / √(s + epsilon) · g`, `a ← rho · a + (1 - rho) · d²`,
 * `w ← w - learningRate · d`. As in PyTorch, but that biases and norms do not decay unless `decayAll` says so; Keras has the same formula with
 * a rho of 0.95 and an epsilon of 1e-7. Pass `fit` a learning rate of 1. Shapes: any parameter, kept; two numbers are kept for each.
 * Throws `bad-argument` for a rho outside [0, 1), an epsilon that is not above 0, a weightDecay below 0.
 * Source: Zeiler, "ADADELTA: an adaptive learning rate method" (2012).
 *
 * @example
 * ```ts
 * import { adadelta } from "@neurite/network";
 *
 * const keras = adadelta({ rho: 0.95, epsilon: 1e-7 });
 * console.log(keras.kind); // → adadelta
 * ```
 */
export function adadelta({ rho = 0.9, epsilon = 1e-6, ...rest }: AdadeltaOptions = {}): Optimizer {
  shareOption("adadelta", "rho", rho);
  positiveOption("adadelta", "epsilon", epsilon);
  const decay = decayOptions("adadelta", rest);
  const optimizer: Optimizer<Slot> = {
    kind: "adadelta",
    config: { rho, epsilon, ...decay },
    mode: "step",
    state: (parameter) => ({ squares: likeParameter(parameter), moves: likeParameter(parameter) }),
    update: (u) => {
      const { parameter, gradient } = coupledDecay(u, decay);
      const squares = movingAverage(u.state.squares, gradient.mul(gradient), rho);
      const move = u.state.moves.add(epsilon).sqrt().div(squares.add(epsilon).sqrt()).mul(gradient);
      const moves = movingAverage(u.state.moves, move.mul(move), rho);
      return { parameter: parameter.sub(move.mul(u.learningRate)), state: { squares, moves } };
    },
  };
  return optimizer;
}
