import { describe, expect, it } from "vitest";
import { exponential, exponentialMinusOne, exponentialRemainder } from "./exponential";
import { logarithmOfOnePlus, logarithmRemainder } from "./logarithm-remainder";

const ulps = (value: number, expected: number) => Math.abs(value / expected - 1) * 2 ** 53;

// mpmath, 60 digits
describe("exponentialRemainder", () => {
  it.each([
    [-745, 744],
    [-1, 0.36787944117144233],
    [1e-9, 5.000000001666667e-19],
    [0.49, 0.14231621995537896],
    [0.51, 0.1552911949458863],
    [709, 8.218407461554972e307],
  ])("keeps its digits at %d, next to 0 too", (x, expected) => {
    expect(ulps(exponentialRemainder(x), expected)).toBeLessThanOrEqual(16);
    expect(ulps(exponentialMinusOne(x), expected + x)).toBeLessThanOrEqual(4);
    expect(ulps(exponential(x), Math.exp(x))).toBeLessThanOrEqual(4);
  });

  it("ends where float64 ends", () => {
    expect([exponential(-746), exponential(0), exponential(710)]).toEqual([0, 1, Number.POSITIVE_INFINITY]);
  });
});

describe("logarithmRemainder", () => {
  it.each([
    [-0.9, -1.402585092994046],
    [-0.4, -0.1108256237659907],
    [1e-9, -4.999999996666667e-19],
    [0.39, -0.060696252857399616],
    [0.41, -0.06641029560992308],
    [1e10, -9999999976.97415],
  ])("keeps its digits at %d, next to 0 too", (x, expected) => {
    expect(ulps(logarithmRemainder(x), expected)).toBeLessThanOrEqual(16);
    expect(ulps(logarithmOfOnePlus(x), Math.log1p(x))).toBeLessThanOrEqual(4);
  });
});
