import { type DType, deriveKey, input, keyTensor, type Tensor, type Type, type Value } from "@neurite/tensor";
import type { Activation, AnyLayer } from "../layer";
import { type Trace, trace } from "../trace";
import { sampleKey, sampleValue } from "./sample-values";

/** A layer applied to symbols, with a value for each of them. */
export interface Applied {
  readonly trace: Trace;
  /** The symbols of the inputs, then those of parameters and state, each with its value. */
  readonly values: ReadonlyMap<Tensor, Value>;
  readonly inputs: readonly Tensor[];
}

/** Applies a layer; parameters and state get their initial values, inputs the sample of the check unless given. */
export function applyLayer(
  layer: AnyLayer,
  types: readonly Type[],
  options: {
    readonly dtype: DType;
    readonly training: boolean;
    readonly key?: string;
    readonly given?: readonly Value[];
  },
): Applied {
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

/** An activation as a layer, so that one set of checks serves both. */
export function asLayer(activation: Activation): AnyLayer {
  return {
    kind: activation.kind,
    ...(activation.config !== undefined && { config: activation.config }),
    apply: ([x]: readonly [Tensor], scope) => scope.activate("activation", activation, x),
  };
}
