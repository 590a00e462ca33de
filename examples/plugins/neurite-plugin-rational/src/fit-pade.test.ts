import { describe, expect, it } from "vitest";
import { fitPade } from "./fit-pade";
import { type Coefficients, startForms } from "./start-forms";

/** The largest distance between the quotient and a function at the points where it was fitted. */
function off({ numerator, denominator }: Coefficients, target: (x: number) => number): number {
  const sum = (list: readonly number[], x: number, from: number) =>
    list.reduce((total, c, i) => total + c * x ** (i + from), 0);
  const at = (x: number) => sum(numerator, x, 0) / (1 + Math.abs(sum(denominator, x, 1)));
  return Math.max(...Array.from({ length: 601 }, (_, i) => i / 100 - 3).map((x) => Math.abs(at(x) - target(x))));
}

describe("fitPade", () => {
  it.each([
    ["leakyRelu", (x: number) => Math.max(x, 0.01 * x), 0.0336],
    ["tanh", (x: number) => Math.tanh(x), 3.37e-6],
    ["silu", (x: number) => x / (1 + Math.exp(-x)), 1.15e-6],
  ] as const)("gives the start form %s, and its distance", (form, target, distance) => {
    const fitted = fitPade(target);
    expect(fitted.error).toBeLessThan(distance);
    expect(off(startForms[form], target)).toBeLessThan(distance);
    // sharp: what stands in the table is the fit, and its error what is said of it
    expect(off(startForms[form], target) / fitted.error).toBeCloseTo(1, 3);
    expect(fitted.error).toBeGreaterThan(0.98 * distance);
    startForms[form].numerator.forEach((a, i) => {
      expect(fitted.numerator[i]).toBeCloseTo(a, 4);
    });
  });

  it("finds a function that is such a quotient, for other degrees", () => {
    const { numerator, denominator, error } = fitPade((x) => x / (1 + Math.abs(x)), { degrees: [1, 1] });
    expect(numerator[0]).toBeCloseTo(0, 10);
    expect(numerator[1]).toBeCloseTo(1, 10);
    expect(Math.abs(denominator[0] ?? 0)).toBeCloseTo(1, 10);
    expect(error).toBeLessThan(1e-10);
  });

  it("looks where it is told to", () => {
    const stair = (x: number) => Number(x > 0);
    expect(fitPade(stair, { degrees: [2, 1], range: [1, 5] }).error).toBeLessThan(1e-9);
    expect(fitPade(stair, { degrees: [2, 1] }).error).toBeGreaterThan(0.1);
  });

  it("refuses degrees and ranges that are none", () => {
    for (const degrees of [
      [0, 4],
      [5, 9],
      [1.5, 2],
    ] as const) {
      expect(() => fitPade(Math.abs, { degrees })).toThrow(`fitPade: expected degrees from 1 to 8`);
    }
    expect(() => fitPade(Math.abs, { range: [3, -3] })).toThrow("got [5,4] and [3,-3]");
  });
});
