import { gradient } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { distance, numbersOf, traced, valuesOf } from "./run-activation";
import { sparsemax } from "./sparsemax";

const rowOf = (...x: number[]) => valuesOf(sparsemax, x, { shape: [1, x.length] });

/** The derivative of each probability with respect to each number, row by row. */
function jacobianOf(numbers: readonly number[]) {
  const { x, y } = traced(sparsemax, numbers, { shape: [1, numbers.length] });
  return numbers.map((_, i) => numbersOf(gradient(y.slice([0, i], [1, 1]), [x])[0]));
}

describe("sparsemax", () => {
  it("gives all to one that is ahead by 1, and a share to those that are nearer", () => {
    expect(rowOf(3, 1, 2)).toEqual([1, 0, 0]);
    // the support is 0.5 and 0.25: tau = (0.75 - 1) / 2 = -0.125
    expect(rowOf(0.5, -1, 0.25)).toEqual([0.625, 0, 0.375]);
    // the support is all: tau = (0.25 - 1) / 3 = -0.25
    expect(rowOf(0.25, 0, 0)).toEqual([0.5, 0.25, 0.25]);
  });

  it("does not change where a number is added to all of them, however large", () => {
    expect(rowOf(1e6 + 0.5, 1e6 - 1, 1e6 + 0.25)).toEqual([0.625, 0, 0.375]);
    expect(rowOf(1e300, 0, -1e300)).toEqual([1, 0, 0]);
    expect(rowOf(7, 7, 7, 7)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it("sums to 1 for many numbers", () => {
    const x = Array.from({ length: 50 }, (_, i) => ((i * 37) % 50) / 40);
    const shares = rowOf(...x);
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(shares.every((share) => share >= 0)).toBe(true);
  });

  it("has the Jacobian of the paper: δᵢⱼ - 1/n within the support, 0 outside", () => {
    const expected = [
      [0.5, 0, -0.5],
      [0, 0, 0],
      [-0.5, 0, 0.5],
    ];
    expect(distance(jacobianOf([0.5, -1, 0.25]).flat(), expected.flat())).toBeLessThan(1e-15);
    expect(jacobianOf([3, 1, 2]).flat()).toEqual(new Array<number>(9).fill(0));
  });

  it("keeps each row for itself", () => {
    const x = [3, 1, 0.25, 0, -1, -1];
    expect(valuesOf(sparsemax, x, { shape: [3, 1, 2] })).toEqual([1, 0, 0.625, 0.375, 0.5, 0.5]);
  });
});
