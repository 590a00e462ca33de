import { constant } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { gammaDeviance } from "./gamma-deviance";
import { perRow, rowsOff, slope, staysFinite, wide } from "./per-row";

describe("gammaDeviance", () => {
  it("agrees with mpmath, next to the target too", () => {
    const rows = [
      [1, 2, 0.6137056388801094, -2],
      [0.5, 40, 149.23594673065224, -316],
      [30, 0.001, 18.61797198795525, 0.06666444444444444],
      [1e8, 1e-8, 71.68272297580947, 2e-8],
    ] as const;
    expect(rowsOff(gammaDeviance(), rows, 1e-14)).toEqual([]);
    expect(rowsOff(gammaDeviance(), [[2.5, 2.5000001, 1.5999999520962825e-15, -3.199999994762948e-8]], 1e-7)).toEqual(
      [],
    );
  });

  it("agrees with scikit-learn's mean_gamma_deviance", () => {
    // scikit-learn 1.2: mean_gamma_deviance([2, 0.5, 1, 4], [0.5, 0.5, 2, 2])
    const rows = perRow(gammaDeviance(), wide([0.5, 0.5, 2, 2]), wide([2, 0.5, 1, 4]));
    expect(rows.reduce((a, b) => a + b) / 4).toBeCloseTo(1.0568528194400546, 14);
  });

  it("takes the logarithm of the mean, told so or found", () => {
    const z = wide([0, 1000]);
    expect(perRow(gammaDeviance({ fromLogMean: true }), z, wide([2, 1]))[1]).toBe(1998);
    expect(perRow(gammaDeviance(), z.exp(), wide([2, 1]))[1]).toBe(1998); // 2 (1000 + e⁻¹⁰⁰⁰ - 1)
    expect(slope(gammaDeviance(), z.exp(), wide([2, 1]), z)).toEqual([-2, 2]);
    expect(perRow(gammaDeviance({ fromLogMean: false }), z.exp(), wide([2, 1]))[1]).toBe(Number.POSITIVE_INFINITY);
  });

  it("costs nothing where both are equal", () => {
    const y = wide([1e-3, 7, 1e12]);
    expect(perRow(gammaDeviance(), y, y)).toEqual([0, 0, 0]);
    expect(slope(gammaDeviance(), y, wide([1e-3, 7, 1e12]))).toEqual([0, 0, 0]);
    expect(staysFinite(gammaDeviance(), [1e-9, 1e18], [1e9, 1e-18])).toBe(true);
  });

  it("gives NaN for a mean below 0 and refuses targets that are not above 0", () => {
    expect(perRow(gammaDeviance(), wide([-1]), wide([1]))[0]).toBeNaN();
    expect(() => gammaDeviance().apply(wide([1, 1]), constant([3, 0], "int32"))).toThrow(
      "gammaDeviance: the targets should be above 0, got 0 in row 1. Leave such rows out",
    );
  });
});
