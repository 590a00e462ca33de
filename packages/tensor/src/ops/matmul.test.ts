import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradientErrors } from "../../test/check-gradient";
import { numbersOf } from "../../test/numbers-of";
import { refusal } from "../../test/refusal";
import { deriveKey, seedKey, uniformAt } from "../key";
import { type Shape, sizeOf } from "../shape";
import { constant } from "../source";
import type { Tensor } from "../tensor";

function randomTensor(shape: Shape, name: string, dtype: "float32" | "float64"): Tensor {
  const key = deriveKey(seedKey(5), name);
  const data = Float64Array.from({ length: sizeOf(shape) }, (_, i) => uniformAt(key, i) - 0.5);
  return constant(dtype === "float64" ? data : Float32Array.from(data), dtype, shape);
}

/** `[m, k]` times `[k, n]` by three loops: the sum runs over the inner axis in order, in float64, and is rounded once. */
function naive(a: readonly number[], b: readonly number[], [m, k, n]: [number, number, number], round: boolean) {
  const out: number[] = [];
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let l = 0; l < k; l++) sum += (a[i * k + l] as number) * (b[l * n + j] as number);
      out.push(round ? Math.fround(sum) : sum);
    }
  }
  return out;
}

const sides = [1, 3, 4, 5, 8, 17];

describe("matmul", () => {
  it("multiplies rows by columns", () => {
    // NumPy, matmul: [[1, 0], [0, 1]] and [[4, 1], [2, 2]]; and [[1, 2], [3, 4]] by [[5, 6], [7, 8]]: 1·5 + 2·7 = 19 …
    const one = constant([[1, 0], [0, 1]]); // biome-ignore format: a table
    expect(numbersOf(one.matmul(constant([[4, 1], [2, 2]])))).toEqual([4, 1, 2, 2]); // biome-ignore format: a table
    const product = constant([[1, 2], [3, 4]]).matmul(constant([[5, 6], [7, 8]])); // biome-ignore format: tables
    expect(numbersOf(product)).toEqual([19, 22, 43, 50]);
  });

  it.each(["float32", "float64"] as const)("gives the bits of three plain loops in all four forms, %s", (dtype) => {
    for (const m of sides) {
      for (const k of sides) {
        for (const n of sides) {
          const [a, b] = [randomTensor([m, k], "a", dtype), randomTensor([k, n], "b", dtype)];
          const expected = naive(numbersOf(a), numbersOf(b), [m, k, n], dtype === "float32");
          const forms = [
            a.matmul(b),
            a.transpose().matmul(b, { transposeA: true }),
            a.matmul(b.transpose(), { transposeB: true }),
            a.transpose().matmul(b.transpose(), { transposeA: true, transposeB: true }),
          ];
          for (const form of forms) expect(numbersOf(form)).toEqual(expected);
        }
      }
    }
  });

  it("multiplies batches, and stretches their axes", () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(3), fc.nat(4), fc.nat(4), fc.nat(4), (p, q, m, k, n) => {
        const [a, b] = [randomTensor([p, 1, m, k], "a", "float64"), randomTensor([q, k, n], "b", "float64")];
        const product = a.matmul(b);
        expect(product.shape).toEqual([p, q, m, n]);
        const [left, right, got] = [numbersOf(a), numbersOf(b), numbersOf(product)];
        for (let i = 0; i < p * q; i++) {
          const [from, other] = [Math.floor(i / q) * m * k, (i % q) * k * n];
          const expected = naive(left.slice(from, from + m * k), right.slice(other, other + k * n), [m, k, n], false);
          expect(got.slice(i * m * n, (i + 1) * m * n)).toEqual(expected);
        }
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it("is 0 over an empty inner axis and nothing of no rows", () => {
    expect(numbersOf(constant([], "float32", [2, 0]).matmul(constant([], "float32", [0, 2])))).toEqual([0, 0, 0, 0]);
    expect(constant([], "float32", [0, 3]).matmul(constant([[1], [2], [3]])).shape).toEqual([0, 1]);
  });

  it("refuses inner sizes that differ, with both shapes", () => {
    const [a, b] = [randomTensor([2, 3], "a", "float32"), randomTensor([4, 5], "b", "float32")];
    expect(refusal(() => a.matmul(b)).message).toBe(
      "matmul: the inner sizes should be equal, got 3 and 4 (shapes [2, 3] and [4, 5]). Transpose one, or check the number of columns.",
    );
    expect(refusal(() => a.matmul(b, { transposeB: true })).code).toBe("bad-shape");
  });

  it("refuses vectors, batches that do not stretch, other dtypes", () => {
    const a = randomTensor([2, 3], "a", "float32");
    expect(refusal(() => a.matmul(constant([1, 2, 3]))).message).toBe(
      "matmul: expected two arrays of equally many axes, 2 or more, got 2 and 1 (shapes [2, 3] and [3]). Reshape one of them.",
    );
    const [p, q] = [randomTensor([2, 1, 1], "p", "float32"), randomTensor([3, 1, 1], "q", "float32")];
    expect(refusal(() => p.matmul(q)).code).toBe("bad-shape");
    expect(refusal(() => a.matmul(randomTensor([3, 1], "b", "float64"))).code).toBe("bad-dtype");
    expect(refusal(() => constant([[1]], "int32").matmul(constant([[1]], "int32"))).code).toBe("bad-dtype");
  });

  it("has the gradients of finite differences in all four forms", () => {
    const left = [[1, -2, 0.5], [0.3, 0.7, -1]]; // biome-ignore format: a table
    const right = [[2, 1], [-1, 0.5], [0.2, 0.4]]; // biome-ignore format: a table
    for (const transposeA of [false, true]) {
      for (const transposeB of [false, true]) {
        const errors = gradientErrors(
          (a, b) => {
            const [x, y] = [transposeA ? a.transpose() : a, transposeB ? b.transpose() : b];
            return x.matmul(y, { transposeA, transposeB }).tanh();
          },
          [left, right],
        );
        expect(errors).toEqual([]);
      }
    }
  });

  it("has the gradients of finite differences over batches", () => {
    const left = [[[1, -2]], [[0.3, 0.7]]];
    expect(gradientErrors((a, b) => a.matmul(b).tanh(), [left, [[2], [-1]]])).toEqual([]);
  });
});
