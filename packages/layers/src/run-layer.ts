// For the tests of this package: what a layer gives and asks for, applied to numbers.
import { type AnyLayer, trace } from "@neurite/plugin";
import { constant, evaluate, keyTensor, type Nested, seedKey, type Tensor } from "@neurite/tensor";

interface Options {
  readonly training?: boolean;
  /** Values for parameters and state, by path. */
  readonly tensors?: Readonly<Record<string, Nested>>;
  readonly seed?: number;
}

/** A layer applied to inputs in float64, or to tensors as they are. */
export function traced(layer: AnyLayer, inputs: readonly (Nested | Tensor)[], options: Options = {}) {
  const { training = false, tensors = {}, seed = 1 } = options;
  const list = inputs.map((given) =>
    typeof given === "object" && "node" in given ? given : constant(given, "float64"),
  );
  const standIns = new Map(Object.entries(tensors).map(([path, given]) => [path, constant(given, "float64")]));
  const record = trace(layer, list, { training, dtype: "float64", tensors: standIns, key: keyTensor(seedKey(seed)) });
  return { inputs: list, y: record.outputs[0] ?? constant(0), tensors: standIns, record };
}

export const numbersOf = (t: Tensor | undefined): number[] => (t ? [...evaluate([t])[0].data] : []);

/** Whether all numbers are as expected within `tolerance`, absolute below 1 and relative above. */
export function near(got: readonly number[], expected: readonly number[], tolerance = 1e-12): boolean {
  const close = (x: number, i: number) => {
    const other = expected[i] ?? Number.NaN;
    return Math.abs(x - other) <= tolerance * Math.max(1, Math.abs(other));
  };
  return got.length === expected.length && got.every(close);
}
