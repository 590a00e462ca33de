import { describe, expect, it } from "vitest";
import { allRows, encodeInputs } from "./encode-inputs";
import { fitInput } from "./fit-encoder";
import { readInputs } from "./read-inputs";
import { readTable } from "./read-table";
import { type Table, tableFromArrays, tableFromColumns, tableFromRows } from "./table";

const fit = (table: Table, options = {}) =>
  readTable(table).map(({ column }) => fitInput(column, allRows(table.rows), options));
const customers = tableFromColumns({
  age: ["25", "67", "40", "31"],
  job: ["retired", "student", "retired", "clerk"],
  since: ["13/1/2011", "1/2/2011", "14/3/2011", "5/5/2011"],
  active: ["yes", "no", "no", "yes"],
  fixed: ["1", "1", "1", "1"],
});
const inputs = fit(customers);
const encoded = (table: Table) => {
  const { columns, warnings } = readInputs(inputs, table);
  return { ...encodeInputs(inputs, columns, allRows(table.rows)), warnings };
};
const row = { age: 40, job: "clerk", since: "1/2/2011", active: true };

describe("readInputs", () => {
  it("finds columns by name in any order, and does not look at others", () => {
    const again = tableFromRows([{ extra: "x", active: "no", since: "1/2/2011", job: "student", age: "67" }]);
    const { columns } = readInputs(inputs, customers);
    const { features, warnings } = encoded(again);
    expect(features).toEqual(encodeInputs(inputs, columns, Int32Array.of(1)).features);
    expect(warnings).toEqual([]);
  });

  it("reads a single row by the kinds that training found, dates in their order", () => {
    // 1/2/2011 is the first of February here, day 15006.
    expect(
      readInputs(inputs, tableFromRows([row])).columns.map((column) => "values" in column && column.values[0]),
    ).toEqual([40, false, 15006, 1]);
  });

  it("names a column that is missing, unless it never varied", () => {
    expect(() => encoded(tableFromRows([{ agee: 1, job: "clerk", since: "", active: "" }]))).toThrow(
      'There is no column "age", which the model needs; the columns are "agee", "job", "since" and "active". Did you mean "agee"?',
    );
    expect(encoded(tableFromRows([row])).rows).toBe(1);
  });

  it("takes missing cells without a word", () => {
    const { features, warnings } = encoded(tableFromRows([{ age: null, job: "", since: "NA", active: undefined }]));
    expect(warnings).toEqual([]);
    expect([...features].every(Number.isFinite)).toBe(true);
  });

  it("warns of a value that training did not know, with the known ones", () => {
    const rows = ["retired", "pilot", "pilot"].map((job) => ["40", job, "1/2/2011", "no"]);
    const { warnings } = encoded(tableFromArrays(["age", "job", "since", "active"], rows, { lines: [2, 3, 4] }));
    expect(warnings).toEqual([
      {
        code: "unseen-value",
        column: "job",
        message:
          'Column "job": the value "pilot" in line 3 was not in the training rows; it is taken as the average of the known ones, as in 1 more row (3 known values: "clerk", "retired" and "student").',
      },
    ]);
  });

  it("warns of text in a column of numbers, which counts as missing", () => {
    const { warnings } = encoded(tableFromRows([{ ...row, age: "forty" }]));
    expect(warnings[0]?.message).toBe('Column "age": "forty" in row 1 is not a number; it counts as missing.');
  });

  it("reads numbers with the decimal sign of the table at hand", () => {
    const { columns } = readInputs(inputs, tableFromRows([{ ...row, age: "40,5" }], { decimal: "," }));
    expect(columns[0]).toMatchObject({ values: Float64Array.of(40.5) });
  });

  it("takes no rows for no rows", () => {
    expect(encoded(tableFromRows([])).features).toHaveLength(0);
  });

  it("says that an embedded value was seen too seldom", () => {
    const levels = tableFromColumns({ x: ["a", "a", "b", "b", "c", "c", "rare"] });
    const embedded = fit(levels, { oneHotLimit: 2 });
    const { warnings } = readInputs(embedded, tableFromRows([{ x: "rare" }]));
    expect(warnings[0]?.message).toContain(
      'was not in the training rows, or in too few; it takes the place "other" (3 known values',
    );
  });
});
