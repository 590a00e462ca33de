import { describe, expect, it } from "vitest";
import { gradientErrors } from "../../test/check-gradient";
import { numbersOf } from "../../test/numbers-of";
import { refusal } from "../../test/refusal";
import { constant } from "../source";

const table = constant([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]], "float64"); // biome-ignore format: a table

describe("slice", () => {
  it("takes a window, every step-th element", () => {
    // table[1:3, 0:2] and table[::2, 1::2] in NumPy's writing
    expect(numbersOf(table.slice([1, 0], [2, 2]))).toEqual([5, 6, 9, 10]);
    expect(numbersOf(table.slice([0, 1], [2, 2], [2, 2]))).toEqual([2, 4, 10, 12]);
  });

  it("takes nothing, also behind the last element", () => {
    expect(table.slice([3, 0], [0, 4]).shape).toEqual([0, 4]);
    expect(numbersOf(table.slice([0, 4], [3, 0]))).toEqual([]);
  });

  it("refuses a window that does not fit, with its numbers", () => {
    expect(refusal(() => table.slice([1, 0], [3, 4])).message).toBe(
      "slice: 3 elements from 1 by 1 do not fit axis 0 of [3, 4]. Stay within 3 elements.",
    );
    expect(refusal(() => table.slice([0, 0], [3, 3], [1, 2])).code).toBe("bad-shape");
    expect(refusal(() => table.slice([4, 0], [0, 4])).code).toBe("bad-shape");
    expect(refusal(() => table.slice([0, 0], [1, 1], [0, 1])).code).toBe("bad-shape");
    expect(refusal(() => table.slice([-1, 0], [1, 1])).code).toBe("bad-shape");
    expect(refusal(() => table.slice([0], [1])).message).toBe(
      "slice: expected one whole number from 0 up for each of 2 axes, got [0]. Give every axis its number.",
    );
  });

  it("has the gradients of finite differences", () => {
    const point = [[[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]]; // biome-ignore format: a table
    const options = { tolerance: 1e-6 };
    expect(gradientErrors((x) => x.slice([1, 1], [2, 2]).pow(3), point, options)).toEqual([]);
    expect(gradientErrors((x) => x.slice([0, 1], [2, 2], [2, 2]).pow(3), point, options)).toEqual([]);
    expect(gradientErrors((x) => x.slice([0, 4], [3, 0]).sum().add(x.sum()), point)).toEqual([]);
  });
});

describe("pad", () => {
  it("puts zeros before, after and between", () => {
    // NumPy, pad: [1, 2, 3] with (2, 1) zeros
    expect(numbersOf(constant([1, 2, 3]).pad([2], [1]))).toEqual([0, 0, 1, 2, 3, 0]);
    expect(numbersOf(constant([1, 2, 3]).pad([0], [1], [1]))).toEqual([1, 0, 2, 0, 3, 0]);
    expect(numbersOf(constant([[1, 2]]).pad([1, 0], [0, 1]))).toEqual([0, 0, 0, 1, 2, 0]);
  });

  it("makes zeros of nothing", () => {
    expect(numbersOf(constant([], "float32", [0]).pad([1], [1], [5]))).toEqual([0, 0]);
  });

  it("refuses negative numbers, wrong counts and sizes beyond counting", () => {
    expect(refusal(() => table.pad([-1, 0], [0, 0])).message).toBe(
      "pad: expected one whole number from 0 up for each of 2 axes, got [-1, 0]. Give every axis its number.",
    );
    expect(refusal(() => table.pad([1], [1])).code).toBe("bad-shape");
    expect(refusal(() => table.pad([2 ** 52, 0], [0, 2 ** 52])).code).toBe("too-large");
  });

  it("has the gradients of finite differences", () => {
    const point = [[[1, 2], [3, 4]]]; // biome-ignore format: a table
    expect(gradientErrors((x) => x.pad([1, 0], [2, 1], [0, 2]).add(1).pow(3), point)).toEqual([]);
  });
});
