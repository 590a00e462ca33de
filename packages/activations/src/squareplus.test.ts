import { describe, expect, it } from "vitest";
import { distance, slopesOf, valuesOf } from "./run-activation";
import { squareplus } from "./squareplus";

describe("squareplus", () => {
  it("gives the values and gradients of its formula", () => {
    // mpmath with 60 digits, rounded: ½ (x + √(x² + 4)), and its derivative
    const x = [-20.5, -2, -0.75, 0, 0.25, 1.5, 20];
    const values = [
      0.04866496202299029, 0.41421356237309503, 0.6930004681646914, 1, 1.1327822185373186, 2, 20.04987562112089,
    ];
    const slopes = [
      0.002362683037191984, 0.14644660940672624, 0.32443827920580415, 0.5, 0.5620173672946043, 0.8, 0.9975185951049945,
    ];
    expect(distance(valuesOf(squareplus(), x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(squareplus(), x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(squareplus(), x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });

  it("takes another b", () => {
    const x = [-20.5, -2, -0.75, 0, 0.25, 1.5, 20];
    const values = [
      0.006095748383007369, 0.06066017177982129, 0.14038820320220757, 0.3535533905932738, 0.5, 1.57915619758885,
      20.00624804809475,
    ];
    const slopes = [
      0.0002971768464607224, 0.02859547920896832, 0.13619656244550055, 0.5, 0.6666666666666666, 0.9522670168666454,
      0.9996877926639076,
    ];
    expect(distance(valuesOf(squareplus({ b: 0.5 }), x), values)).toBeLessThan(2e-15);
    expect(distance(slopesOf(squareplus({ b: 0.5 }), x), slopes)).toBeLessThan(2e-15);
  });

  it("does not cancel far to the left, nor overflow where x² would", () => {
    // b / (4 |x|) for large |x|
    expect(valuesOf(squareplus(), [-1e12, -1e200, 1e200])).toEqual([1e-12, 1e-200, 1e200]);
    expect(slopesOf(squareplus(), [-1e12])[0]).toBeCloseTo(1e-24, 36);
    expect(valuesOf(squareplus(), [1e30], { dtype: "float32" })).toEqual([Math.fround(1e30)]);
  });

  it("refuses options that make no sense", () => {
    expect(() => squareplus({ b: 0 })).toThrow(
      'squareplus: "b" should be a number above 0, got 0. Pass such a number.',
    );
  });
});
