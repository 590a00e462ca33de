import type { Config, Constraint, Initializer, Layer, Regularizer, Scope } from "@neurite/plugin";
import { constant, formatShape, NeuriteError, type Shape, scan, type Tensor } from "@neurite/tensor";
import { glorotUniform } from "./glorot";
import { rowsTimes } from "./rows-times";
import { trainedPart } from "./trained-part";
import { type WeightsAndBiasOptions, weightsAndBias } from "./weights-and-bias";
import { wholeOption } from "./whole-option";
import { zeros } from "./zeros";

/** The options that all recurrent layers share. */
export interface RecurrentOptions extends WeightsAndBiasOptions {
  /** How many numbers the layer remembers, which is the size of the last axis of the output. */
  readonly units: number;
  /** Whether to give what comes out at every step, rather than at the last alone: false unless told otherwise. */
  readonly returnSequences?: boolean | undefined;
  /** Whether to give the states after the last step as further outputs: false unless told otherwise. */
  readonly returnState?: boolean | undefined;
  /** `glorotUniform()` unless told otherwise. */
  readonly recurrentWeightsInitializer?: Initializer | undefined;
  readonly recurrentWeightsRegularizer?: Regularizer | undefined;
  readonly recurrentWeightsConstraint?: Constraint | undefined;
}

/** Options of a layer that gives one tensor. */
export interface OneOutput {
  readonly returnState?: false | undefined;
}

/** A recurrent layer, which takes a sequence and perhaps its first states. */
export type RecurrentLayer = Layer<readonly Tensor[]>;

/** One that may give its last states too. */
export type StatefulLayer = Layer<readonly Tensor[], Tensor | readonly Tensor[]>;

/** What tells one recurrent layer from another. */
export interface Cell {
  readonly kind: string;
  /** How many sums a unit takes: the weights are `gates · units` wide. */
  readonly gates: number;
  /** How many tensors the layer remembers; the first is the output. */
  readonly states: number;
  /** Whether the product with the state adds a bias of its own. */
  readonly useRecurrentBias: boolean;
  /** Where the bias starts, if not at the initializer itself. */
  readonly startBias?: (initializer: Initializer) => Initializer;
  /** The options of this cell alone. */
  readonly config: { readonly [option: string]: Config };
  /** Called once before the loop; what it gives is one step, from the inputs' part of the sums and the states to the next states. */
  prepare(weights: Tensor, bias: Tensor | undefined, scope: Scope): Step;
}

type Step = (sums: Tensor, states: readonly Tensor[]) => readonly Tensor[];

/** A recurrent layer around a cell: one matrix product for the inputs of all steps, then one loop. */
export function recurrent(cell: Cell, options: RecurrentOptions): StatefulLayer {
  const { kind, startBias } = cell;
  const { units, returnSequences = false, returnState = false, biasInitializer = zeros } = options;
  wholeOption(kind, "units", units);
  const { weights, bias, config } = weightsAndBias(kind, {
    ...options,
    biasInitializer: startBias?.(biasInitializer) ?? biasInitializer,
  });
  const again = trainedPart(kind, "recurrentWeights", {
    initializer: options.recurrentWeightsInitializer ?? glorotUniform(),
    regularizer: options.recurrentWeightsRegularizer,
    constraint: options.recurrentWeightsConstraint,
  });
  const { useRecurrentBias } = cell;
  const recurrentBias = trainedPart(kind, "recurrentBias", {
    initializer: biasInitializer,
    regularizer: options.biasRegularizer,
    constraint: options.biasConstraint,
    decay: false,
  });
  const width = cell.gates * units;
  return {
    kind,
    config: { units, returnSequences, returnState, ...config, useRecurrentBias, ...again.config, ...cell.config },
    arity: "any",
    apply: ([x, ...initial], scope) => {
      const sequence = checkSequence(kind, x);
      const [rows = 0, , features = 0] = sequence.shape;
      const first = firstStates(cell, initial, [rows, units], scope);
      const kernel = weights.ask(scope, [features, width]);
      const recurrentKernel = again.ask(scope, [units, width]);
      const sumBias = bias?.ask(scope, [width]);
      const stateBias = useRecurrentBias && bias ? recurrentBias.ask(scope, [width]) : undefined;
      // the steps come first, since a loop runs along the first axis
      const products = rowsTimes(sequence.transpose([1, 0, 2]), kernel);
      const step = cell.prepare(recurrentKernel, stateBias, scope);
      const { carries, outputs } = scan(first, [sumBias ? products.add(sumBias) : products], (states, [sums]) => {
        const next = step(sums, states);
        return { carries: next, outputs: returnSequences ? next.slice(0, 1) : [] };
      });
      const output = outputs[0]?.transpose([1, 0, 2]) ?? (carries[0] as Tensor);
      return returnState ? [output, ...carries] : output;
    },
  };
}

/** The sums of one gate out of those of all: `[rows, gates · units]` to `[rows, units]`. */
export function gateOf(sums: Tensor, gate: number, gates: number): Tensor {
  const [rows = 0, width = 0] = sums.shape;
  const units = width / gates;
  return sums.slice([0, gate * units], [rows, units]);
}

function checkSequence(kind: string, x: Tensor | undefined): Tensor {
  if (x?.shape.length === 3 && x.shape[1] !== 0) return x;
  throw new NeuriteError(
    "bad-shape",
    `${kind}: the input should be [rows, steps, features], got ${x ? formatShape(x.shape) : "nothing"}. Reshape it; one number at each step is [rows, steps, 1].`,
  );
}

/** The states before the first step: those given, or zeros. */
function firstStates({ kind, states }: Cell, given: readonly Tensor[], shape: Shape, scope: Scope): readonly Tensor[] {
  const zero = () => constant(0, scope.dtype).broadcast(shape);
  if (given.length === 0) return Array.from({ length: states }, zero);
  const odd = given.find((state) => formatShape(state.shape) !== formatShape(shape));
  if (given.length !== states || odd) {
    throw new NeuriteError(
      "bad-shape",
      `${kind}: beside the sequence it takes no input, or ${states} of shape ${formatShape(shape)}, got ${given.map((state) => formatShape(state.shape)).join(" and ")}. Give it the states of another ${kind}, or none.`,
    );
  }
  return given;
}
