// For the tests of this package: the numbers that an activation gives, and its gradients.
import { type Activation, type AnyLayer, trace } from "@neurite/plugin";
import {
  constant,
  type DType,
  evaluate,
  filled,
  gradient,
  keyTensor,
  type Shape,
  seedKey,
  type Tensor,
} from "@neurite/tensor";

interface Options {
  readonly dtype?: DType;
  readonly shape?: Shape;
  readonly training?: boolean;
  /** Values of the trained slope, where there is one; it starts where it would in a model unless given. */
  readonly slope?: Tensor;
}

/** An activation as it stands in a layer, applied to numbers in float64 unless told otherwise. */
export function traced(activation: Activation, numbers: readonly number[], options: Options = {}) {
  const { dtype = "float64", shape = [numbers.length, 1], training = false, slope } = options;
  const data = dtype === "float32" ? Float32Array.from(numbers) : Float64Array.from(numbers);
  const x = constant(data, dtype, shape);
  const layer: AnyLayer = { kind: "test", apply: ([given], scope) => scope.activate("a", activation, given) };
  const key = keyTensor(seedKey(1));
  const tracedWith = (tensors: ReadonlyMap<string, Tensor>) =>
    trace(layer, [x], { training, dtype, tensors, ...(training && { key }) });
  const { parameters } = tracedWith(new Map());
  const started = [...parameters].map(([path, { spec, tensor }]) => {
    const start = spec.initializer.sample(tensor.shape, seedKey(1));
    return [path, constant(filled(tensor, start))] as const;
  });
  const record = tracedWith(new Map(slope ? [["a/slope", slope]] : started));
  return { x, y: record.outputs[0] ?? x, record };
}

export const numbersOf = (t: Tensor): number[] => [...evaluate([t])[0].data];

export const valuesOf = (activation: Activation, numbers: readonly number[], options: Options = {}): number[] =>
  numbersOf(traced(activation, numbers, options).y);

/** The derivative at each number. */
export function slopesOf(activation: Activation, numbers: readonly number[], options: Options = {}): number[] {
  const { x, y } = traced(activation, numbers, options);
  return numbersOf(gradient(y.sum(), [x])[0]);
}

/**
 * The values for some rows, and the first two gradients of their sum, each number with a weight of its own: the sum of probabilities
 * alone has no gradient.
 */
export function derivativesOf(activation: Activation, rows: readonly (readonly number[])[], options: Options = {}) {
  const { x, y } = traced(activation, rows.flat(), { ...options, shape: [rows.length, rows[0]?.length ?? 0] });
  const weighted = (t: Tensor) => {
    const weights = Float64Array.from({ length: t.shape.at(-1) ?? 0 }, (_, i) => 1 + i / 4);
    return t.mul(constant(weights, "float64").cast(t.dtype)).sum();
  };
  const [first] = gradient(weighted(y), [x]);
  const [second] = gradient(weighted(first), [x]);
  return { values: numbersOf(y), first: numbersOf(first), second: numbersOf(second) };
}

/** The largest difference, of absolute size below 1 and relative above, as in the comparison of PyTorch's own tests. */
export function distance(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return a.reduce((far, x, i) => {
    const other = b[i] ?? Number.NaN;
    const apart = Object.is(x, other) || x === other ? 0 : Math.abs(x - other) / Math.max(1, Math.abs(other));
    return Number.isNaN(apart) ? Number.POSITIVE_INFINITY : Math.max(far, apart);
  }, 0);
}
