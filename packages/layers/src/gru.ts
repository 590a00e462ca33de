import { sigmoid, tanh } from "@neurite/activations";
import { type Activation, partOption } from "@neurite/plugin";
import type { Tensor } from "@neurite/tensor";
import {
  gateOf,
  type OneOutput,
  type RecurrentLayer,
  type RecurrentOptions,
  recurrent,
  type StatefulLayer,
} from "./recurrent";

export interface GruOptions extends RecurrentOptions {
  /** Applied to the candidate: `tanh` unless told otherwise. */
  readonly activation?: Activation | undefined;
  /** Applied to the two gates: `sigmoid` unless told otherwise. */
  readonly recurrentActivation?: Activation | undefined;
  /** Whether the reset gate comes after the product with the state, as in PyTorch and Keras, or before it, as in the paper: true unless told otherwise. */
  readonly resetAfter?: boolean | undefined;
  /** Whether the product with the state adds a bias of its own, which the reset gate may close: unless told otherwise, as `resetAfter`. */
  readonly useRecurrentBias?: boolean | undefined;
}

/**
 * A gated recurrent unit: one gate decides how much of the state to forget for the candidate, another how much of it to keep.
 *
 * Formula: with `[r, z, n] = x[t] · weights + bias` and `[r', z', n'] = h[t - 1] · recurrentWeights + recurrentBias`, cut into three equal parts,
 * `candidate = tanh(n + σ(r + r') · n')` and `h[t] = (1 - σ(z + z')) · candidate + σ(z + z') · h[t - 1]`. With `resetAfter: false`, the
 * form of the paper, the gate comes before the product: `n' = (σ(r + r') · h[t - 1]) · recurrentWeights[n]`.
 * Shapes: input `[rows, steps, inputs]`, and perhaps `h[-1]: [rows, units]`, else 0; output `h`, `[rows, units]` of the last step or
 * `[rows, steps, units]` with `returnSequences`; with `returnState` the last `h` follows as another output. Parameters
 * `weights: [inputs, 3 · units]`, `recurrentWeights: [units, 3 · units]`, `bias` and `recurrentBias: [3 · units]`. Those of PyTorch are
 * `weight_ih`, `weight_hh` transposed, `bias_ih` and `bias_hh` as they are; Keras puts the gates in the order z, r, n.
 * Throws `bad-argument` for units that are not a whole number above 0, `bad-shape` for an input of other than three axes.
 * Source: Cho and others, "Learning phrase representations using RNN encoder-decoder" (2014).
 *
 * @example
 * ```ts
 * import { gru } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { input } from "@neurite/tensor";
 *
 * const months = input("months", { shape: [5, 12, 2], dtype: "float32" });
 * const [output] = trace(gru({ units: 8 }), [months], { training: false, dtype: "float32" }).outputs;
 * console.log(output.shape); // → [ 5, 8 ]
 * ```
 */
export function gru(options: GruOptions & OneOutput): RecurrentLayer;
export function gru(options: GruOptions): StatefulLayer;
export function gru(options: GruOptions): StatefulLayer {
  const { activation = tanh, recurrentActivation = sigmoid, resetAfter = true } = options;
  const { useRecurrentBias = resetAfter } = options;
  partOption("gru", "activation", activation, "apply");
  partOption("gru", "recurrentActivation", recurrentActivation, "apply");
  return recurrent(
    {
      kind: "gru",
      gates: 3,
      states: 1,
      useRecurrentBias,
      config: { activation, recurrentActivation, resetAfter },
      prepare: (weights, bias, scope) => {
        const meet = resetAfter ? gateAfterProduct(weights, bias) : gateBeforeProduct(weights, bias);
        return (sums, states) => {
          const [h] = states as readonly [Tensor];
          const { ofGate, ofCandidate } = meet(h);
          const gate = (at: number) =>
            scope.activate("recurrentActivation", recurrentActivation, gateOf(sums, at, 3).add(ofGate(at)));
          const reset = gate(0);
          const candidate = scope.activate("activation", activation, gateOf(sums, 2, 3).add(ofCandidate(reset)));
          return [candidate.add(gate(1).mul(h.sub(candidate)))]; // (1 - z) · candidate + z · h
        };
      },
    },
    options,
  );
}

/** What the state adds to the sums of the gates, and, given the reset gate, to that of the candidate. */
interface Meeting {
  ofGate(at: number): Tensor;
  ofCandidate(reset: Tensor): Tensor;
}

function gateAfterProduct(weights: Tensor, bias: Tensor | undefined): (h: Tensor) => Meeting {
  return (h) => {
    const all = plus(h.matmul(weights), bias);
    return { ofGate: (at) => gateOf(all, at, 3), ofCandidate: (reset) => reset.mul(gateOf(all, 2, 3)) };
  };
}

/** Cuts the weights once, outside of the loop: the candidate's product has to wait for the gate. */
function gateBeforeProduct(weights: Tensor, bias: Tensor | undefined): (h: Tensor) => Meeting {
  const [units = 0] = weights.shape;
  const [toGates, toCandidate] = [weights.slice([0, 0], [units, 2 * units]), gateOf(weights, 2, 3)];
  const [gatesBias, candidateBias] = [bias?.slice([0], [2 * units]), bias?.slice([2 * units], [units])];
  return (h) => {
    const both = plus(h.matmul(toGates), gatesBias);
    return {
      ofGate: (at) => gateOf(both, at, 2),
      ofCandidate: (reset) => plus(reset.mul(h).matmul(toCandidate), candidateBias),
    };
  };
}

function plus(sum: Tensor, bias: Tensor | undefined): Tensor {
  return bias ? sum.add(bias) : sum;
}
