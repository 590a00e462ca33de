// Whether a table separates its classes is a question of linear programming; test-data/generalized-fits.md says how it was answered.
import { describe, expect, it } from "vitest";
import tables from "../../test-data/separation.json" with { type: "json" };
import { generalizedLinearModel } from "./generalized-linear-model";

describe("separation", () => {
  it("is told as linear programming tells it, in 240 small tables, and every other fit converges", () => {
    expect(tables.length).toBe(240);
    for (const { columns, target, separated } of tables) {
      const named = columns.map((column, j) => [`x${j}`, column] as const);
      const fit = generalizedLinearModel(named, target, { family: "binomial" });
      expect([fit.separated, fit.converged], JSON.stringify({ columns, target })).toEqual([separated, !separated]);
    }
  });
});
