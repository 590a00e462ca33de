import { describe, expect, it } from "vitest";
import { distance, slopesOf, valuesOf } from "./run-activation";
import { softplus } from "./softplus";

describe("softplus", () => {
  it("gives the values of its formula, without a threshold", () => {
    // mpmath with 60 digits, rounded; PyTorch gives 20.5 at 20.5
    const x = [-1000, -20.5, -2, -0.5, 0, 1.5, 20, 20.5, 1000];
    const expected = [
      0,
      1.2501528656053015e-9,
      0.1269280110429725,
      0.4740769841801067,
      Math.LN2,
      1.7014132779827524,
      20.000000002061153,
      20.500000001250154,
      1000,
    ];
    expect(distance(valuesOf(softplus(), x), expected)).toBeLessThan(1e-15);
    expect(distance(valuesOf(softplus(), x, { dtype: "float32" }), expected)).toBeLessThan(2e-7);
  });

  it("keeps the digits of e^x where it is far below 1", () => {
    const [tail = 0] = valuesOf(softplus(), [-50]);
    expect(tail / 1.928749847963918e-22).toBeCloseTo(1, 13); // e^-50
  });

  it("has sigmoid as its gradient, ½ at 0", () => {
    // mpmath: 1 / (1 + e^-x)
    const expected = [0.11920292202211756, 0.37754066879814546, 0.5, 0.8175744761936437, 0.9999999987498471, 1];
    expect(distance(slopesOf(softplus(), [-2, -0.5, 0, 1.5, 20.5, 1000]), expected)).toBeLessThan(1e-15);
  });

  it("comes closer to relu with a larger beta", () => {
    // mpmath with 40 digits: log(1 + e^3x) / 3 and its derivative
    const x = [-2, -0.5, 0, 1.5, 20];
    const values = [0.0008252283792434832, 0.06713775932758413, 0.23104906018664845, 1.5036825816161978, 20];
    const slopes = [0.0024726231566347743, 0.18242552380635635, 0.5, 0.9890130573694068, 1];
    expect(distance(valuesOf(softplus({ beta: 3 }), x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(softplus({ beta: 3 }), x), slopes)).toBeLessThan(1e-15);
  });

  it("refuses a beta of 0", () => {
    expect(() => softplus({ beta: 0 })).toThrow(
      'softplus: "beta" should be a number above 0, got 0. Pass such a number.',
    );
  });

  it("is x itself above a threshold, if one is given", () => {
    const cut = softplus({ beta: 2, threshold: 20 });
    expect(valuesOf(cut, [10.5, 1e300])).toEqual([10.5, 1e300]);
    expect(slopesOf(cut, [10.5])).toEqual([1]);
    expect(valuesOf(cut, [-1, 9])).toEqual(valuesOf(softplus({ beta: 2 }), [-1, 9]));
    expect(cut.config).toEqual({ beta: 2, threshold: 20 });
    expect(() => softplus({ threshold: Number.NaN })).toThrow('"threshold" should be a finite number, got NaN');
  });
});
