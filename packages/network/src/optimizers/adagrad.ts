import { numberOption, type Optimizer } from "@neurite/plugin";
import { positiveOption } from "../positive-option";
import { likeParameter } from "./like-parameter";
import { rootOf } from "./root-of";
import { coupledDecay, decayOptions, type WeightDecayOptions } from "./weight-decay";

/** `weightDecay` is 0 unless told otherwise. */
export interface AdagradOptions extends WeightDecayOptions {
  /** How fast the learning rate falls besides, as `1 / (1 + steps · learningRateDecay)`: 0 unless told otherwise. */
  readonly learningRateDecay?: number | undefined;
  /** What the sums of squares start from: 0 unless told otherwise. */
  readonly initialAccumulator?: number | undefined;
  /** Keeps the division from 0: 1e-10 unless told otherwise. */
  readonly epsilon?: number | undefined;
  /** Whether epsilon is added inside the root, as in Keras: false unless told otherwise. */
  readonly epsilonInside?: boolean | undefined;
}

/**
 * Divides each weight's gradient by the size of all that it ever had: for rare features, which keep large steps.
 *
 * Formula: `s ← s + g²`, `w ← w - learningRate / (1 + (t - 1) · learningRateDecay) · g / (√s + epsilon)` at step t. As in PyTorch, but that
 * biases and norms do not decay unless `decayAll` says so; `epsilonInside` gives the form of Keras, `√(s + epsilon)` (its epsilon is 1e-7,
 * its `initialAccumulator` 0.1). Shapes: any parameter, kept; one number is kept for each.
 * Throws `bad-argument` for an epsilon that is not above 0, another number below 0.
 * Source: Duchi, Hazan and Singer, "Adaptive subgradient methods for online learning and stochastic optimization" (2011).
 *
 * @example
 * ```ts
 * import { adagrad } from "@neurite/network";
 *
 * const keras = adagrad({ initialAccumulator: 0.1, epsilon: 1e-7, epsilonInside: true });
 * console.log(keras.kind); // → adagrad
 * ```
 */
export function adagrad(options: AdagradOptions = {}): Optimizer {
  const { learningRateDecay = 0, initialAccumulator = 0, epsilon = 1e-10, epsilonInside = false } = options;
  for (const [name, given] of Object.entries({ learningRateDecay, initialAccumulator })) {
    numberOption("adagrad", name, given, "a number from 0 up", (x) => x >= 0);
  }
  positiveOption("adagrad", "epsilon", epsilon);
  const decay = decayOptions("adagrad", options);
  const optimizer: Optimizer<"squares"> = {
    kind: "adagrad",
    config: { learningRateDecay, initialAccumulator, epsilon, epsilonInside, ...decay },
    mode: "step",
    state: (parameter) => ({ squares: likeParameter(parameter) }),
    update: (u) => {
      const { parameter, gradient } = coupledDecay(u, decay);
      const squares = u.state.squares.add(gradient.mul(gradient));
      // what is kept starts at 0, so the initial value is added where the sum is used
      const size = rootOf(squares.add(initialAccumulator), epsilon, epsilonInside);
      const fallen = u.step.mul(learningRateDecay).add(1);
      const rate = u.learningRate.cast("float64").div(fallen).cast(gradient.dtype);
      return { parameter: parameter.sub(gradient.mul(rate).div(size)), state: { squares } };
    },
  };
  return optimizer;
}
