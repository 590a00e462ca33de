import { describe, expect, it } from "vitest";
import { leastSquares } from "../least-squares/least-squares";
import { conditionNumber } from "./condition-number";

describe("conditionNumber", () => {
  it("is √((1 + ρ) / (1 - ρ)) of two columns with correlation ρ, whatever their units", () => {
    // Centred already, with lengths 2 and √12 and product 4: ρ = 1 / √3.
    const columns = { a: [1, 1, -1, -1], b: [1e6, 1e6, 1e6, -3e6] };
    const fit = leastSquares(columns, [1, 2, 3, 5]);
    expect(fit.conditionNumber).toBeCloseTo(1.9318516525781366, 6);
  });

  it("follows a triangle that is nearly singular", () => {
    // Columns (1, 0) and (1, e): ρ = 1 / √(1 + e²), so the condition number is about 2 / e.
    const triangle = [Float64Array.of(1, 0), Float64Array.of(1, 1e-10)];
    expect(conditionNumber(triangle) / 2e10).toBeCloseTo(1, 6);
  });

  it("is 1 of orthogonal columns, one column and none", () => {
    expect(conditionNumber([Float64Array.of(3, 0), Float64Array.of(0, 7)])).toBe(1);
    expect(conditionNumber([Float64Array.of(2)])).toBe(1);
    expect(conditionNumber([])).toBe(1);
  });
});
