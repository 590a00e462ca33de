import { describe, expect, it } from "vitest";
import { gradientErrors } from "../test/check-gradient";
import { numbersOf } from "../test/numbers-of";
import { refusal } from "../test/refusal";
import { allFinite, and, expm1, greater, log1p, not, oneHot, or } from "./compose";
import { constant } from "./source";

const a = constant([true, true, false, false], "bool");
const b = constant([true, false, true, false], "bool");

describe("logic", () => {
  it("has the tables of and, or and not", () => {
    expect(numbersOf(and(a, b))).toEqual([1, 0, 0, 0]);
    expect(numbersOf(or(a, b))).toEqual([1, 1, 1, 0]);
    expect(numbersOf(not(a))).toEqual([0, 0, 1, 1]);
  });

  it("compares the other way round", () => {
    const x = constant([1, 2, 3, NaN]);
    expect(numbersOf(greater(x, 2))).toEqual([0, 0, 1, 0]);
    expect(numbersOf(greater(x, constant([0])))).toEqual([1, 1, 1, 0]);
  });
});

describe("expm1 and log1p", () => {
  it("are exact near 0, where the plain forms lose everything", () => {
    const x = constant([1e-10, 0.5, 0, -1e-20], "float64");
    // mpmath
    const expected = [1.00000000005e-10, 0.6487212707001282, 0, -1e-20];
    numbersOf(expm1(x)).forEach((y, i) => {
      expect(Math.abs(y - (expected[i] as number))).toBeLessThanOrEqual(4e-16 * Math.abs(expected[i] as number));
    });
    const logs = [9.999999999500001e-11, 0.4054651081081644, 0, -1e-20];
    numbersOf(log1p(x)).forEach((y, i) => {
      expect(Math.abs(y - (logs[i] as number))).toBeLessThanOrEqual(4e-16 * Math.abs(logs[i] as number));
    });
  });

  it("have their limits", () => {
    expect(numbersOf(expm1(constant([-50, 1000], "float64")))).toEqual([-1, Infinity]);
    expect(numbersOf(log1p(constant([-1, -2, Infinity], "float64")))).toEqual([-Infinity, NaN, Infinity]);
  });

  it("have the gradients of finite differences", () => {
    expect(gradientErrors(expm1, [[-1, 0, 0.3, 2]])).toEqual([]);
    expect(gradientErrors(log1p, [[-0.5, 0.3, 2]], { tolerance: 1e-6 })).toEqual([]);
  });
});

describe("oneHot", () => {
  it("has a 1 where the index says", () => {
    const hot = oneHot(constant([2, 0, 5, -1], "int32"), 3);
    expect([hot.shape, hot.dtype]).toEqual([[4, 3], "float32"]);
    // indices outside give zeros
    expect(numbersOf(hot)).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(oneHot(constant([[1], [0]], "int32"), 2, "float64").shape).toEqual([2, 1, 2]);
  });

  it("refuses indices that are not int32", () => {
    expect(refusal(() => oneHot(constant([1, 2]), 3)).code).toBe("bad-dtype");
  });
});

describe("allFinite", () => {
  it("finds one bad number in any part", () => {
    const fine = constant([1, -2, 3e38]);
    expect(numbersOf(allFinite([fine, constant(1, "float64")]))).toEqual([1]);
    for (const bad of [NaN, Infinity, -Infinity]) {
      expect(numbersOf(allFinite([fine, constant([0, bad], "float64")]))).toEqual([0]);
    }
    expect(numbersOf(allFinite([]))).toEqual([1]);
    expect(allFinite([fine]).shape).toEqual([]);
  });
});
