import { gradient } from "../src/gradient";
import { deriveKey, seedKey, uniformAt } from "../src/key";
import { runGraph } from "../src/run";
import { constant, input } from "../src/source";
import type { Tensor } from "../src/tensor";
import { type Nested, type Value, value } from "../src/value";

/** What is compared, and how closely. */
export interface GradientCheck {
  /** 2 also compares the gradient of the gradient; 1 is for rules whose second derivative is 0 or undefined at the points. */
  readonly order?: 1 | 2;
  readonly step?: number;
  readonly tolerance?: number;
}

/** Uneven weights, so that an element of a gradient in a wrong place shows. */
function unevenSum(tensors: readonly Tensor[], salt: string): Tensor {
  const parts = tensors.map((t, i) => {
    const key = deriveKey(deriveKey(seedKey(1), salt), i);
    const size = t.shape.reduce((a, b) => a * b, 1);
    const weights = Float64Array.from({ length: size }, (_, k) => 0.5 + uniformAt(key, k));
    return t.mul(constant(weights, "float64", t.shape)).sum();
  });
  return parts.reduce((a, b) => a.add(b));
}

/**
 * Compares gradients with central differences in float64, at `points`, one for each argument of `build`.
 *
 * Gives a line for each element that differs by more than the tolerance (1e-7, relative above 1), so none where all is well.
 */
export function gradientErrors(
  build: (...xs: Tensor[]) => Tensor,
  points: readonly Nested[],
  { order = 2, step = 1e-5, tolerance = 1e-7 }: GradientCheck = {},
): string[] {
  const values = points.map((point) => value(point, { dtype: "float64" }));
  const inputs = values.map((v, i) => input(`x${i}`, { shape: v.shape, dtype: v.dtype }));
  const scalar = unevenSum([build(...inputs)], "output");
  const slopes = gradient(scalar, inputs);
  const errors = compare("first", { inputs, values, scalar, slopes }, step, tolerance);
  if (order === 1) return errors;
  const total = unevenSum(slopes, "slopes");
  const curved = { inputs, values, scalar: total, slopes: gradient(total, inputs) };
  return [...errors, ...compare("second", curved, step, tolerance * 10)];
}

interface Compared {
  readonly inputs: readonly Tensor[];
  readonly values: readonly Value[];
  readonly scalar: Tensor;
  readonly slopes: readonly Tensor[];
}

function compare(name: string, { inputs, values, scalar, slopes }: Compared, step: number, tolerance: number) {
  const found = runGraph({ inputs, outputs: slopes }, values);
  const graph = { inputs, outputs: [scalar] };
  const errors: string[] = [];
  values.forEach((held, i) => {
    for (let k = 0; k < held.data.length; k++) {
      const at = (shift: number) => {
        const data = Float64Array.from(held.data);
        data[k] = (data[k] as number) + shift;
        const moved = values.map((v, other) => (other === i ? { ...held, data } : v));
        return runGraph(graph, moved)[0]?.data[0] as number;
      };
      const expected = (at(step) - at(-step)) / (2 * step);
      const got = found[i]?.data[k] as number;
      if (!(Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected)))) {
        errors.push(`${name} derivative by element ${k} of argument ${i}: ${got} instead of ${expected}`);
      }
    }
  });
  return errors;
}
