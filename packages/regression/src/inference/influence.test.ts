import { describe, expect, it } from "vitest";
import { refusal } from "../refusal";
import { influence } from "./influence";
import { regress } from "./regress";
import { fits, misses, tables } from "./statsmodels-fits";

describe("influence", () => {
  it.each(fits.filter(({ weights }) => weights === null))("is what statsmodels finds for $formula", (expected) => {
    const table = tables[expected.table] ?? {};
    const found = influence(JSON.parse(JSON.stringify(regress(expected.formula, table))), table);
    const { rows, ...numbers } = expected.influence ?? { rows: [] };
    expect(rows.length).toBeGreaterThan(10);
    const target = rows.map((row) => Number(table[expected.formula.split(" ")[0] ?? ""]?.[row]));
    for (const [kind, values] of Object.entries(numbers)) {
      const all = found[kind as keyof typeof found];
      // a small residual is what two large numbers leave, and Cook's distance its square
      const size =
        kind === "cooksDistance" ? values.map((d) => Math.sqrt(d)) : kind === "leverage" ? undefined : target;
      expect(
        misses(
          rows.map((row) => all[row] ?? null),
          values,
          kind,
          size,
        ),
      ).toEqual([]);
    }
  });

  it("has leverages that add up to the rank, also of nearly collinear columns", () => {
    const x = Array.from({ length: 21 }, (_, i) => String(1000 + i));
    const y = x.map((_, i) => String(((i * 7) % 5) - 2));
    const fit = regress("y ~ x + I(x^2) + I(x^3) + I(x^4) + I(x^5)", { x, y });
    expect(fit.conditionNumber).toBeGreaterThan(1e11);
    const { leverage, residuals, fitted } = influence(fit, { x, y });
    expect(leverage.reduce((sum, h) => sum + h, 0)).toBeCloseTo(6, 12);
    // the same polynomials, centred by hand
    const centred = x.map((_, i) => i - 10);
    const near = influence(regress("y ~ x + I(x^2) + I(x^3) + I(x^4) + I(x^5)", { x: centred, y }), { x: centred, y });
    for (const [row, residual] of residuals.entries()) {
      expect(residual).toBeCloseTo(near.residuals[row] ?? 0, 13);
      expect(leverage[row]).toBeCloseTo(near.leverage[row] ?? 0, 13);
      expect(fitted[row]).toBeCloseTo(near.fitted[row] ?? 0, 13);
    }
  });

  it("counts weights as R does: of the residual times the root of its weight", () => {
    const table = { y: [1, 2, 6, 40], w: [1, 2, 1, 0] };
    const fit = regress("y ~ 1", table, { weights: "w" });
    const { fitted, residuals, leverage, internallyStudentized, externallyStudentized, cooksDistance } = influence(
      fit,
      table,
      { weights: "w" },
    );
    // mean 11/4; Σ w e² = 49/16 + 2 · 9/16 + 169/16 = 236/16, s² = 118/16
    expect(misses(fitted, [2.75, 2.75, 2.75, 2.75], "fitted")).toEqual([]);
    expect(misses(residuals, [-1.75, -0.75, 3.25, 37.25], "residual")).toEqual([]);
    expect(misses(leverage, [0.25, 0.5, 0.25, 0], "leverage")).toEqual([]);
    const t = -0.75 * Math.sqrt(2 / ((118 / 16) * 0.5));
    expect(internallyStudentized[1]).toBeCloseTo(t, 14);
    // one degree of freedom remains of two
    expect(externallyStudentized[1]).toBeCloseTo(t * Math.sqrt(1 / (2 - t * t)), 14);
    expect(cooksDistance[1]).toBeCloseTo(t * t, 14);
    expect([internallyStudentized[3], cooksDistance[3]]).toEqual([null, null]);
  });

  it("lets a row of weight 0 be as far off as float64 goes", () => {
    const table = { y: [1, 2, 6, 1e250], x: [1, 2, 4, 1], w: [1, 2, 1, 0] };
    const { residuals, leverage } = influence(regress("y ~ x", table, { weights: "w" }), table, { weights: "w" });
    expect([residuals[3], leverage[3]]).toEqual([1e250, 0]);
  });

  it("has an offset in the fitted values and not in the residuals", () => {
    const table = { y: [11, 22, 36], known: [10, 20, 30] };
    const { fitted, residuals } = influence(regress("y ~ offset(known)", table), table);
    expect(misses(fitted, [13, 23, 33], "fitted")).toEqual([]);
    expect(misses(residuals, [-2, -1, 3], "residual")).toEqual([]);
  });

  it("is null where a row is told by itself, where the fit is perfect, and where no degree of freedom is left", () => {
    const alone = { y: [5, 1, 3, 2], group: ["b", "a", "a", "a"] };
    const { leverage, internallyStudentized, cooksDistance } = influence(regress("y ~ group", alone), alone);
    expect(leverage[0]).toBe(1);
    expect([internallyStudentized[0], cooksDistance[0]]).toEqual([null, null]);
    expect(internallyStudentized[1]).toBeCloseTo(-Math.sqrt(1.5), 14);
    const line = { y: [1, 2, 3], x: [1, 2, 3] };
    const perfect = influence(regress("y ~ x", line), line);
    expect(perfect.internallyStudentized).toEqual([null, null, null]);
    expect(misses(perfect.leverage, [5 / 6, 1 / 3, 5 / 6], "leverage")).toEqual([]);
    const nothing = { y: [1, 2, 6], x: [0, 0, 0] };
    const none = influence(regress("y ~ x - 1", nothing), nothing);
    expect([none.fitted, none.leverage, none.cooksDistance]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [null, null, null],
    ]);
    const two = { y: [1, 2], x: [1, 3] };
    expect(influence(regress("y ~ x", two), two).cooksDistance).toEqual([null, null]);
  });

  it("refuses columns or weights that are not those of the fit", () => {
    const table = { y: [1, 2, 6, 4], x: [1, 2, 3, 5], w: [1, 2, 3, 4] };
    const fit = regress("y ~ x", table);
    expect(refusal(() => influence(fit, { ...table, y: [1, 2, 6, 9] }))[0]).toBe("bad-data");
    expect(refusal(() => influence(fit, table, { weights: "w" }))[1]).toContain(
      "the columns should be those of the fit",
    );
    expect(refusal(() => influence(regress("y ~ C(x)", table), { ...table, x: [1, 2, 3, 6] }))[1]).toContain(
      'should give the fit\'s "C(x)[T.5]"',
    );
  });
});
