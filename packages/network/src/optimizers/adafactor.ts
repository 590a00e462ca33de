import { numberOption, type Optimizer } from "@neurite/plugin";
import { constant, type Tensor, type Type } from "@neurite/tensor";
import { positiveOption } from "../positive-option";
import { flush } from "./flush";
import { likeParameter } from "./like-parameter";
import { decayOptions, decoupledDecay, type WeightDecayOptions } from "./weight-decay";

/** `weightDecay` is 0 unless told otherwise, and shrinks weights by this share of the learning rate each step. */
export interface AdafactorOptions extends WeightDecayOptions {
  /** The power of the step by which the averages of squares take in the next one: -0.8 unless told otherwise. */
  readonly beta2Decay?: number | undefined;
  /** The least size that a gradient is divided by; the distance from 1 to the next number of the dtype unless told otherwise. */
  readonly epsilon1?: number | undefined;
  /** The least size that a parameter is taken for when its step is measured: 0.001 unless told otherwise. */
  readonly epsilon2?: number | undefined;
  /** The root mean square from which on a move is shortened: 1 unless told otherwise. */
  readonly clippingThreshold?: number | undefined;
}

type Slot = "rows" | "columns" | "squares";

const rootMeanSquare = (x: Tensor) => x.mul(x).mean().sqrt();

/**
 * Divides by the size of late gradients, of which a matrix keeps only the means of its rows and columns: almost no memory.
 *
 * Formula: at step t, with `p = t^beta2Decay`, `R ← R + p · (mean of g² along each row - R)`, `C` alike along columns, `V = R · C / max(mean R,
 * epsilon1)`; for what has fewer than two axes `V ← V + p · (g² - V)`. `U = g / max(√V, epsilon1)`, shortened to
 * `U / max(1, rms(U) / clippingThreshold)`; `w ← w · (1 - learningRate · weightDecay) - min(learningRate, 1 / √t) · max(epsilon2, rms(w)) · U`.
 * As in PyTorch, but that biases and norms do not decay unless `decayAll` says so: the learning rate (there 0.01) is relative to the size of
 * the parameter. Shapes: any parameter, kept; of the last two axes `[rows, columns]` rows + columns numbers are kept, else one for each.
 * Throws `bad-argument` for a beta2Decay above 0, an epsilon or clippingThreshold that is not above 0, a weightDecay below 0.
 * Source: Shazeer and Stern, "Adafactor: adaptive learning rates with sublinear memory cost" (2018).
 *
 * @example
 * ```ts
 * import { adafactor } from "@neurite/network";
 *
 * const { rows, columns } = adafactor().state({ shape: [300, 200], dtype: "float32" });
 * console.log(rows?.shape, columns?.shape); // → [ 300, 1 ] [ 1, 200 ]
 * ```
 */
export function adafactor(options: AdafactorOptions = {}): Optimizer {
  const { beta2Decay = -0.8, epsilon1, epsilon2 = 1e-3, clippingThreshold = 1 } = options;
  numberOption("adafactor", "beta2Decay", beta2Decay, "a number up to 0", (x) => x <= 0);
  if (epsilon1 !== undefined) positiveOption("adafactor", "epsilon1", epsilon1);
  positiveOption("adafactor", "epsilon2", epsilon2);
  positiveOption("adafactor", "clippingThreshold", clippingThreshold);
  const decay = decayOptions("adafactor", options);
  const optimizer: Optimizer = {
    kind: "adafactor",
    config: { beta2Decay, ...(epsilon1 !== undefined && { epsilon1 }), epsilon2, clippingThreshold, ...decay },
    mode: "step",
    state: stateOf,
    update: (u) => {
      const { gradient, step } = u;
      const { dtype } = gradient;
      const past = u.state as Readonly<Record<Slot, Tensor>>; // those of them that `stateOf` names
      const made = step.add(1);
      const weight = made.pow(beta2Decay).cast(dtype);
      const average = (held: Tensor, now: Tensor) => flush(held.add(now.sub(held).mul(weight)));
      const least = epsilon1 ?? (dtype === "float32" ? 2 ** -23 : 2 ** -52);
      const squared = gradient.mul(gradient);
      const state: Record<string, Tensor> = {};
      let size: Tensor;
      if (gradient.shape.length < 2) {
        state.squares = average(past.squares, squared);
        size = state.squares;
      } else {
        state.rows = average(past.rows, squared.mean(-1, { keep: true }));
        state.columns = average(past.columns, squared.mean(-2, { keep: true }));
        // divided first, since a product of two small means may fall below the smallest number
        size = state.rows.div(state.rows.mean(-2, { keep: true }).maximum(least)).mul(state.columns);
      }
      const direction = gradient.div(size.maximum(least * least).sqrt());
      const shortened = rootMeanSquare(direction).div(clippingThreshold).maximum(1);
      const relative = u.learningRate.cast("float64").minimum(constant(1, "float64").div(made.sqrt())).cast(dtype);
      const rate = rootMeanSquare(u.parameter).maximum(epsilon2).mul(relative).div(shortened);
      return { parameter: decoupledDecay(u, decay).parameter.sub(direction.mul(rate)), state };
    },
  };
  return optimizer;
}

/** Row and column means of the last two axes, or a number for each where there are fewer. */
function stateOf(parameter: Type): Readonly<Record<string, Type>> {
  const { shape, dtype } = parameter;
  if (shape.length < 2) return { squares: likeParameter(parameter) };
  return {
    rows: { shape: [...shape.slice(0, -1), 1], dtype },
    columns: { shape: [...shape.slice(0, -2), 1, ...shape.slice(-1)], dtype },
  };
}
