import { tanh } from "@neurite/activations";
import { type Activation, partOption } from "@neurite/plugin";
import { type OneOutput, type RecurrentLayer, type RecurrentOptions, recurrent, type StatefulLayer } from "./recurrent";

export interface SimpleRnnOptions extends RecurrentOptions {
  /** Applied to the sums of each step: `tanh` unless told otherwise. */
  readonly activation?: Activation | undefined;
  /** Whether the product with the state adds a second bias, as in PyTorch: false unless told otherwise. */
  readonly useRecurrentBias?: boolean | undefined;
}

/**
 * The plainest layer with a memory: what came out at one step is an input of the next.
 *
 * Formula: `h[t] = activation(x[t] · weights + h[t - 1] · recurrentWeights + bias)`. Shapes: input `[rows, steps, inputs]`, and perhaps
 * `h[-1]: [rows, units]`, else 0; output `[rows, units]` of the last step, or `[rows, steps, units]` with `returnSequences`; with
 * `returnState` the last `h` follows as another output. Parameters `weights: [inputs, units]`, `recurrentWeights: [units, units]` and
 * `bias: [units]`. Those of PyTorch are `weight_ih` and `weight_hh` transposed, and `bias_ih + bias_hh`; with `useRecurrentBias` the second
 * is `recurrentBias` on its own, so that training goes as there too.
 * Throws `bad-argument` for units that are not a whole number above 0, `bad-shape` for an input of other than three axes.
 * Source: Elman, "Finding structure in time" (1990).
 *
 * @example
 * ```ts
 * import { simpleRnn } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { input } from "@neurite/tensor";
 *
 * const months = input("months", { shape: [5, 12, 2], dtype: "float32" });
 * const [output] = trace(simpleRnn({ units: 8 }), [months], { training: false, dtype: "float32" }).outputs;
 * console.log(output.shape); // → [ 5, 8 ]
 * ```
 */
export function simpleRnn(options: SimpleRnnOptions & OneOutput): RecurrentLayer;
export function simpleRnn(options: SimpleRnnOptions): StatefulLayer;
export function simpleRnn(options: SimpleRnnOptions): StatefulLayer {
  const { activation = tanh, useRecurrentBias = false } = options;
  partOption("simpleRnn", "activation", activation, "apply");
  return recurrent(
    {
      kind: "simpleRnn",
      gates: 1,
      states: 1,
      useRecurrentBias,
      config: { activation },
      prepare:
        (weights, bias, scope) =>
        (sums, [h]) => {
          const products = h ? sums.add(h.matmul(weights)) : sums;
          return [scope.activate("activation", activation, bias ? products.add(bias) : products)];
        },
    },
    options,
  );
}
