import { describe, expect, it } from "vitest";
import { refusal } from "../refusal";
import { regress } from "./regress";
import type { RobustKind } from "./robust-covariance";

describe("robust standard errors", () => {
  // Of a mean of 1, 2, 6 the residuals are -2, -1, 3 and every leverage is 1/3: Σ e² / n² = 14 / 9.
  it.each<[RobustKind, number]>([
    ["HC0", 14 / 9],
    ["HC1", ((14 / 9) * 3) / 2],
    ["HC2", ((14 / 9) * 3) / 2],
    ["HC3", ((14 / 9) * 9) / 4],
  ])("of a mean are those of the formula for %s", (robust, variance) => {
    const [mean] = regress("y ~ 1", { y: [1, 2, 6] }, { robust }).coefficients;
    expect(mean?.standardError).toBeCloseTo(Math.sqrt(variance), 14);
  });

  it("of clusters are those of their sums, with the correction for few of them", () => {
    const table = { y: [1, 2, 6, 3], who: ["a", "b", "b", "a"] };
    const { coefficients, clusters, covariance } = regress("y ~ 1", table, { clusters: "who" });
    // residuals -2, -1, 3, 0: sums -2 and 2, of squares 8; / 4², times 2 / 1 · 3 / 3
    expect(coefficients[0]?.standardError).toBeCloseTo(1, 14);
    expect([clusters, covariance]).toEqual([2, "clusters"]);
    expect(regress("y ~ 1", table, { clusters: [7, 0, 0, 7] }).coefficients).toEqual(coefficients);
  });

  it("leave out rows of weight 0, and count where they stand all the same", () => {
    const table = { y: [50, 1, 2, 6], x: [9, 1, 2, 4], w: [0, 1, 1, 1], who: ["?", "a", "b", "c"] };
    const without = { y: [1, 2, 6], x: [1, 2, 4], who: ["a", "b", "c"] };
    const { coefficients } = regress("y ~ x", without, { robust: "HC3" });
    expect(regress("y ~ x", table, { robust: "HC3", weights: "w" }).coefficients).toEqual(coefficients);
    const clustered = regress("y ~ x", without, { clusters: "who" }).coefficients;
    expect(regress("y ~ x", table, { clusters: "who", weights: "w" }).coefficients).toEqual(clustered);
    const alone = { y: [50, 1, 2, 6], group: ["?", "a", "b", "a"], w: [0, 1, 1, 1] };
    expect(refusal(() => regress("y ~ C(group)", alone, { robust: "HC3", weights: "w" }))).toEqual([
      "bad-data",
      "regress: for HC3 every row should have a leverage below 1, got 1 in row 2 (counted from 0), which a coefficient tells alone. Leave the row out, or take HC0 or HC1.",
    ]);
  });

  it("do not depend on the units of columns or the unit of weights", () => {
    const x = [1, 2, 4, 5, 9];
    const table = { y: [1, 3, 4, 4, 7], x, far: x.map((value) => 1e6 + value * 1e-3), w: [1, 2, 1, 3, 1] };
    const near = regress("y ~ x", table, { robust: "HC2", weights: "w" });
    const far = regress("y ~ far", table, { robust: "HC2", weights: table.w.map((w) => w * 1e100) });
    expect(far.coefficients[1]?.statistic).toBeCloseTo(near.coefficients[1]?.statistic ?? 0, 5);
    expect(far.fStatistic).toBeCloseTo(near.fStatistic ?? 0, 4);
  });

  it("say nothing without degrees of freedom, and no F of a perfect fit or of fewer clusters than coefficients", () => {
    const two = regress("y ~ x", { y: [1, 2], x: [1, 3] }, { robust: "HC3" });
    expect(two.coefficients[1]).toMatchObject({ estimate: 0.5, standardError: null, pValue: null });
    const perfect = regress("y ~ x", { y: [1, 2, 3], x: [1, 2, 3] }, { robust: "HC0" });
    expect(perfect).toMatchObject({ perfectFit: true, fStatistic: null, fPValue: null });
    const table = { y: [1, 3, 2, 5, 4], a: [1, 2, 3, 4, 6], b: [1, 0, 1, 1, 0], who: [1, 1, 2, 2, 2] };
    expect(regress("y ~ a + b", table, { clusters: "who" })).toMatchObject({ fStatistic: null, fPValue: null });
  });

  it("refuse what is no option and what makes no clusters", () => {
    const table = { y: [1, 3, 2], x: [1, 2, 4], who: ["a", "", "b"] };
    expect(refusal(() => regress("y ~ x", table, { robust: "hc3" as RobustKind }))).toEqual([
      "bad-argument",
      'regress: "robust" should be HC0, HC1, HC2 or HC3, got "hc3". Leave it out for ordinary standard errors.',
    ]);
    expect(refusal(() => regress("y ~ x", table, { robust: "HC1", clusters: "who" }))[0]).toBe("bad-argument");
    expect(refusal(() => regress("y ~ x", table, { clusters: "who" }))).toEqual([
      "bad-cell",
      'regress: "clusters" should hold text or a finite number in every row, got "" in row 1 (counted from 0). Mend the cell or leave the row out.',
    ]);
    expect(refusal(() => regress("y ~ x", table, { clusters: [1, 1, 1] }))[1]).toContain(
      "at least 2 clusters apart, got 1",
    );
    expect(refusal(() => regress("y ~ x", table, { clusters: [1, 2] }))[1]).toContain("for each of the 3 rows, got 2");
  });
});
