import { sigmoid, tanh } from "@neurite/activations";
import { type Activation, type Initializer, numberOption, partOption } from "@neurite/plugin";
import type { Tensor } from "@neurite/tensor";
import {
  gateOf,
  type OneOutput,
  type RecurrentLayer,
  type RecurrentOptions,
  recurrent,
  type StatefulLayer,
} from "./recurrent";

export interface LstmOptions extends RecurrentOptions {
  /** Applied to the candidate and to the cell on its way out: `tanh` unless told otherwise. */
  readonly activation?: Activation | undefined;
  /** Applied to the three gates: `sigmoid` unless told otherwise. */
  readonly recurrentActivation?: Activation | undefined;
  /** Added to what `biasInitializer` gives for the forget gate, so that the layer remembers before it has learnt to: 1 unless told otherwise. */
  readonly forgetBias?: number | undefined;
  /** Whether the product with the state adds a second bias, as in PyTorch: false unless told otherwise. */
  readonly useRecurrentBias?: boolean | undefined;
}

/**
 * A long short-term memory: gates decide what its cell takes in, keeps and gives out, so that it remembers over many steps.
 *
 * Formula: with `[i, f, g, o] = x[t] · weights + h[t - 1] · recurrentWeights + bias`, cut into four equal parts,
 * `c[t] = σ(f) · c[t - 1] + σ(i) · tanh(g)` and `h[t] = σ(o) · tanh(c[t])`. Shapes: input `[rows, steps, inputs]`, and perhaps `h[-1]` and
 * `c[-1]: [rows, units]`, else 0; output `h`, `[rows, units]` of the last step or `[rows, steps, units]` with `returnSequences`; with
 * `returnState` the last `h` and `c` follow as further outputs. Parameters `weights: [inputs, 4 · units]`,
 * `recurrentWeights: [units, 4 · units]` and `bias: [4 · units]`, the gates in the order of Keras and PyTorch. Those of PyTorch are
 * `weight_ih` and `weight_hh` transposed, and `bias_ih + bias_hh`; with `useRecurrentBias` the second is `recurrentBias` on its own, so
 * that training goes as there too. Layers on top of one another are a `sequential` of them.
 * Throws `bad-argument` for units that are not a whole number above 0, `bad-shape` for an input of other than three axes.
 * Source: Hochreiter and Schmidhuber, "Long short-term memory" (1997); the forget gate: Gers, Schmidhuber and Cummins (2000); its bias of 1:
 * Jozefowicz, Zaremba and Sutskever (2015).
 *
 * @example
 * ```ts
 * import { lstm } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { input } from "@neurite/tensor";
 *
 * const months = input("months", { shape: [5, 12, 2], dtype: "float32" });
 * const layer = lstm({ units: 8, returnSequences: true, returnState: true });
 * const { outputs } = trace(layer, [months], { training: false, dtype: "float32" });
 * console.log(outputs.map(({ shape }) => shape)); // → [ [ 5, 12, 8 ], [ 5, 8 ], [ 5, 8 ] ]
 * ```
 */
export function lstm(options: LstmOptions & OneOutput): RecurrentLayer;
export function lstm(options: LstmOptions): StatefulLayer;
export function lstm(options: LstmOptions): StatefulLayer {
  const { activation = tanh, recurrentActivation = sigmoid, forgetBias = 1, useRecurrentBias = false } = options;
  partOption("lstm", "activation", activation, "apply");
  partOption("lstm", "recurrentActivation", recurrentActivation, "apply");
  numberOption("lstm", "forgetBias", forgetBias);
  return recurrent(
    {
      kind: "lstm",
      gates: 4,
      states: 2,
      useRecurrentBias,
      startBias: (initializer) => raised(initializer, forgetBias),
      config: { activation, recurrentActivation, forgetBias },
      prepare: (weights, bias, scope) => (sums, states) => {
        const [h, c] = states as readonly [Tensor, Tensor];
        const products = sums.add(h.matmul(weights));
        const all = bias ? products.add(bias) : products;
        const gate = (at: number) => scope.activate("recurrentActivation", recurrentActivation, gateOf(all, at, 4));
        const squash = (t: Tensor) => scope.activate("activation", activation, t);
        const cell = gate(1)
          .mul(c)
          .add(gate(0).mul(squash(gateOf(all, 2, 4))));
        return [gate(3).mul(squash(cell)), cell];
      },
    },
    options,
  );
}

/** The initializer, and so much more in the second quarter. In a file it stays the initializer: `forgetBias` brings the rest back. */
function raised(initializer: Initializer, by: number): Initializer {
  return {
    ...initializer,
    sample: (shape, key) => {
      const numbers = initializer.sample(shape, key);
      const quarter = numbers.length / 4;
      return numbers.map((n, i) => (i >= quarter && i < 2 * quarter ? n + by : n));
    },
  };
}
