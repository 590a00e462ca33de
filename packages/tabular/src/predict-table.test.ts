import { describe, expect, it } from "vitest";
import { fitTable } from "./fit-table";
import { tableFromColumns } from "./table";
import type { InputRow } from "./table-source";

interface Customer {
  readonly age: number | null;
  readonly city: string;
  readonly since: string;
  readonly retired: boolean;
  readonly id: number;
  readonly spent: number;
}

const customers: readonly Customer[] = Array.from({ length: 60 }, (_, i) => ({
  age: i % 13 === 5 ? null : 20 + ((i * 17) % 50),
  city: ["Bonn", "Köln", "Ulm"][i % 3] ?? "",
  since: `201${i % 10}-0${1 + (i % 9)}-15`,
  retired: i % 4 === 0,
  id: i,
  spent: 10 * (i % 3) + ((i * 17) % 50) * (i % 4 === 0 ? 2 : 1),
}));
const options = { target: "spent", ignore: ["id"], task: "regression", epochs: 3, seed: 1 } as const;
const model = await fitTable<Customer, "regression">(customers, options);
const some = customers.slice(0, 7);
const expected = model.predict(some);

describe("predict", () => {
  it("finds columns by name, in any order, with others beside them", () => {
    const turned = some.map(({ age, city, since, retired }) => ({ retired, since, city, age, note: "new" }));
    expect(model.predict(turned)).toEqual(expected);
  });

  it("takes rows, columns, a map of columns and a table of text alike", () => {
    const columns = {
      age: some.map(({ age }) => age),
      city: some.map(({ city }) => city),
      since: some.map(({ since }) => since),
      retired: some.map(({ retired }) => retired),
    };
    expect(model.predict(columns)).toEqual(expected);
    expect(model.predict(new Map(Object.entries(columns)))).toEqual(expected);
    const text = Object.entries(columns).map(
      ([name, cells]) => [name, cells.map((cell) => (cell === null ? "" : String(cell)))] as const,
    );
    const { predictions, warnings } = model.predictTable(tableFromColumns(text));
    expect([...predictions]).toEqual(expected);
    expect(warnings).toEqual([]);
  });

  it("does not depend on how many rows are asked for at once", () => {
    const many = Array.from({ length: 600 }, (_, i) => some[i % 7] ?? {});
    expect(model.predict(many).slice(595)).toEqual([expected[0], ...expected.slice(1, 5)]);
    expect(some.flatMap((row) => model.predict([row]))).toEqual(expected);
  });

  it("gives nothing for no rows", () => {
    expect(model.predict([])).toEqual([]);
    expect(model.predictBaseline([])).toEqual([]);
  });

  it("names a column that is missing", () => {
    const without = some.map(({ city, ...rest }) => rest);
    expect(() => model.predict(without)).toThrow('There is no column "city", which the model needs');
    expect(() => model.predictBaseline(without)).toThrow('There is no column "city"');
  });

  it("does not fail on missing cells", () => {
    const gaps: InputRow<Customer>[] = [
      { age: null, city: null, since: undefined, retired: null },
      { age: 30, city: "Ulm", since: "2012-01-15", retired: true },
    ];
    const { predictions, warnings } = model.predictTable(gaps);
    expect([...predictions].every(Number.isFinite)).toBe(true);
    expect(warnings).toEqual([]);
  });

  it("warns of values that training did not know, and of cells of another kind", () => {
    const odd = [{ age: "old", city: "Wien", since: "soon", retired: true }];
    const { predictions, warnings } = model.predictTable(odd as unknown as readonly InputRow<Customer>[]);
    expect(Number.isFinite(predictions[0])).toBe(true);
    expect(warnings.map(({ code, column }) => [code, column])).toEqual([
      ["mixed-column", "age"],
      ["unseen-value", "city"],
      ["mixed-column", "since"],
    ]);
  });

  it("refuses a cell that is none", () => {
    expect(() => model.predict([{ age: {} }, { age: 1 }] as never)).toThrow("a cell should be text, a number");
  });

  it("gives the line's prediction beside it", () => {
    const { baseline } = model;
    if (baseline.kind !== "linear") throw new Error("expected a line");
    // the line's number is its intercept and the sum of its products: two cities as differences to the first
    const [row] = model.predictBaseline([{ age: 30, city: "Bonn", since: "1970-01-11", retired: false }]);
    const estimate = (name: string) => baseline.coefficients.find((one) => one.name === name)?.estimate ?? 0;
    const days = 10 * estimate("since");
    const turns = baseline.coefficients.filter(({ name }) => name.startsWith("since "));
    expect(turns.length).toBeGreaterThan(0);
    const waves = turns.reduce((sum, { name, estimate: slope }) => sum + slope * wave(name), 0);
    expect(row).toBeCloseTo((baseline.intercept ?? 0) + 30 * estimate("age") + days + waves, 6);
  });
});

/** Sine and cosine of 1970-01-11: day 10 of 365, a Sunday (day 6 of the week from Monday). */
function wave(name: string): number {
  const turn = name.includes("year") ? 10 / 365 : 6 / 7;
  return name.endsWith("sin") ? Math.sin(2 * Math.PI * turn) : Math.cos(2 * Math.PI * turn);
}
