// Every design of test-data/formula-designs.json, which patsy made: names, values, and which factors are coded how.
import { describe, expect, it } from "vitest";
import { designs, table } from "../../test-data/formula-designs.json" with { type: "json" };
import { buildDesign } from "./build-design";

/** A logarithm or exponential may differ in its last bit. */
function expectNear(values: Float64Array | undefined, expected: readonly number[]): void {
  expect(values?.length).toBe(expected.length);
  for (const [row, value] of expected.entries()) {
    expect(Math.abs((values?.[row] as number) - value), `row ${row}`).toBeLessThanOrEqual(4e-16 * Math.abs(value));
  }
}

describe("a design", () => {
  it.each(designs)("of $formula has the columns that patsy gives it", ({ formula, columns, target }) => {
    const design = buildDesign(formula, table);
    const columnOf = new Map(design.columns.map(({ name, values }) => [name, values.high]));
    if (design.intercept) columnOf.set("Intercept", new Float64Array(table.y.length).fill(1));
    // R's order, by degree, is another than patsy's, which has products of factors before those with numbers
    expect([...columnOf.keys()].sort()).toEqual(columns.map(([name]) => name).sort());
    for (const [name, values] of columns as [string, number[]][]) expectNear(columnOf.get(name), values);
    const [name, values] = (target ?? ["y", table.y]) as [string, number[]];
    expect(design.target.name).toBe(name);
    expectNear(design.target.values.high, values);
  });
});
