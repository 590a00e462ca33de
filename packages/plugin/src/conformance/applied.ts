import {
  type DType,
  deriveKey,
  input,
  isFloat,
  keyTensor,
  type Shape,
  type Tensor,
  type Type,
  type Value,
  write,
} from "@neurite/tensor";
import type { Activation, AnyLayer } from "../layer";
import { type Trace, trace } from "../trace";
import { sampleKey, sampleValue } from "./sample-values";

/** What the checks of one layer work on. */
export interface LayerSubject {
  make(): AnyLayer;
  /** What comes in, with 3 rows: `[3, ...]`. float32 takes the dtype of the check. */
  readonly inputs: readonly Type[];
  /** For activations: only the last axis may change. */
  readonly lastAxisOnly?: boolean;
}

/** A layer applied to symbols, with a value for each of them. */
export interface Applied {
  readonly trace: Trace;
  /** The symbols of the inputs, then those of parameters and state, each with its value. */
  readonly values: ReadonlyMap<Tensor, Value>;
  readonly inputs: readonly Tensor[];
}

/** How a layer is applied. */
export interface ApplyOptions {
  readonly dtype: DType;
  readonly training: boolean;
  /** The name of the key of this step. */
  readonly key?: string;
  /** Values of the inputs; samples unless given. */
  readonly given?: readonly Value[];
}

/** Applies a layer; parameters and state get their initial values. */
export function applyLayer(layer: AnyLayer, types: readonly Type[], options: ApplyOptions): Applied {
  const inputs = types.map((type, i) => input(`input ${i}`, type));
  const key = keyTensor(sampleKey(options.key ?? "step"));
  const traced = trace(layer, inputs, {
    training: options.training,
    dtype: options.dtype,
    ...(options.training && { key }),
  });
  const values = new Map<Tensor, Value>();
  inputs.forEach((tensor, i) => {
    values.set(tensor, options.given?.[i] ?? sampleValue(`input ${i}`, tensor));
  });
  for (const [path, { spec, tensor }] of [...traced.parameters, ...traced.state]) {
    const numbers = spec.initializer.sample(tensor.shape, deriveKey(sampleKey("initial"), path));
    const { data } = sampleValue(path, tensor);
    data.set(numbers);
    values.set(tensor, { shape: tensor.shape, dtype: tensor.dtype, data });
  }
  return { trace: traced, values, inputs };
}

/** The input types of a subject in a dtype, with another number of rows where one is given. */
export function typesOf({ inputs }: LayerSubject, dtype: DType, rows?: number): readonly Type[] {
  return inputs.map((type) => {
    // a copy, so that a layer which writes on it harms nobody else
    const shape: Shape = rows === undefined ? [...type.shape] : [rows, ...type.shape.slice(1)];
    return { shape, dtype: type.dtype === "float32" ? dtype : type.dtype };
  });
}

/** An activation as a layer, so that one set of checks serves both. */
export function asLayer(activation: Activation): AnyLayer {
  return {
    kind: activation.kind,
    ...(activation.config !== undefined && { config: activation.config }),
    apply: ([x]: readonly [Tensor], scope) => scope.activate("activation", activation, x),
  };
}

/** What training may change or carry gradients to: float inputs and the parameters that the optimizer may touch. */
export function sourcesOf({ trace: traced, inputs }: Applied): readonly Tensor[] {
  const parameters = [...traced.parameters.values()].filter(({ spec }) => spec.trainable !== false);
  return [...inputs, ...parameters.map(({ tensor }) => tensor)].filter((t) => isFloat(t.dtype));
}

/** Everything that an application gives, as one list. */
export function resultsOf({ trace: traced }: Applied): readonly Tensor[] {
  return [...traced.outputs, ...traced.penalties, ...traced.updates.values()];
}

/** The operations of an application as texts, to compare two of them. */
export function operationsOf(applied: Applied): readonly string[] {
  const { nodes, outputs } = write({ inputs: [...applied.values.keys()], outputs: resultsOf(applied) });
  return [...nodes.map((node) => JSON.stringify(node)), JSON.stringify(outputs)];
}
