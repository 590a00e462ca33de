import { describe, expect, it } from "vitest";
import { preciseCholesky } from "./precise-cholesky";
import type { PreciseTriangle } from "./precise-triangle";

const products = (...numbers: readonly number[]): PreciseTriangle => ({
  size: Math.sqrt(numbers.length),
  data: { high: Float64Array.from(numbers), low: new Float64Array(numbers.length) },
});

describe("preciseCholesky", () => {
  it("finds R of whole numbers", () => {
    // R = [2 1 3; 0 4 5; 0 0 6], R'R = [4 2 6; 2 17 23; 6 23 70], of which what stands below the diagonal is not read
    const found = preciseCholesky(products(4, -1, -1, 2, 17, -1, 6, 23, 70), 3);
    expect([...(found?.data.high ?? [])]).toEqual([2, 0, 0, 1, 4, 0, 3, 5, 6]);
    expect([...(found?.data.low ?? [])]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it("has 31 digits of √2", () => {
    const found = preciseCholesky(products(2), 1);
    // √2 = 1.4142135623730951454746… - 9.667293313452913e-17
    expect(found?.data.high[0]).toBe(Math.SQRT2);
    expect(found?.data.low[0]).toBeCloseTo(-9.667293313452913e-17, 31);
  });

  it("leaves the row of a column of zeros empty", () => {
    const found = preciseCholesky(products(4, 0, 0, 0, 0, 0, 2, 0, 17), 3);
    expect([...(found?.data.high ?? [])]).toEqual([2, 0, 0, 0, 0, 0, 1, 0, 4]);
  });

  it("gives up where less than a millionth of a column's length is not told by those before it, unless it is the last", () => {
    // what is left is 2⁻⁴² of the square: R = 2⁻²¹
    const like = products(1, 0, 1, 1 + 2 ** -42);
    expect(preciseCholesky(like, 2)).toBeUndefined();
    expect(preciseCholesky(like, 1)?.data.high[3]).toBe(2 ** -21);
    expect(preciseCholesky(products(1, 0, 1, 1), 1)?.data.high[3]).toBe(0);
    expect(preciseCholesky(products(1, 0, 1, 1 + 2 ** -38), 2)?.data.high[3]).toBe(2 ** -19);
  });
});
