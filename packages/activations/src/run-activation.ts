// For the tests of this package: the numbers that an activation gives, and its gradients.
import { type Activation, type AnyLayer, trace } from "@neurite/plugin";
import { constant, type DType, evaluate, gradient, type Shape, type Tensor } from "@neurite/tensor";

interface Options {
  readonly dtype?: DType;
  readonly shape?: Shape;
  /** Values of the trained slope, where there is one. */
  readonly slope?: Tensor;
}

/** An activation as it stands in a layer, applied to numbers in float64 unless told otherwise. */
export function traced(activation: Activation, numbers: readonly number[], options: Options = {}) {
  const { dtype = "float64", shape = [numbers.length, 1], slope } = options;
  const data = dtype === "float32" ? Float32Array.from(numbers) : Float64Array.from(numbers);
  const x = constant(data, dtype, shape);
  const layer: AnyLayer = { kind: "test", apply: ([given], scope) => scope.activate("a", activation, given) };
  const tensors = new Map(slope ? [["a/slope", slope]] : []);
  const record = trace(layer, [x], { training: false, dtype, tensors });
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

/** The largest difference, of absolute size below 1 and relative above, as in the comparison of PyTorch's own tests. */
export function distance(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return a.reduce((far, x, i) => {
    const other = b[i] ?? Number.NaN;
    const apart = Object.is(x, other) || x === other ? 0 : Math.abs(x - other) / Math.max(1, Math.abs(other));
    return Number.isNaN(apart) ? Number.POSITIVE_INFINITY : Math.max(far, apart);
  }, 0);
}
