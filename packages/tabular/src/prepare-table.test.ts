import { seedKey } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { encodeInputs } from "./encode-inputs";
import { featuresOf } from "./features";
import { prepareTable } from "./prepare-table";
import { tableFromColumns } from "./table";

const n = 40;
const column = (cell: (i: number) => string | number | null) => Array.from({ length: n }, (_, i) => cell(i));
const key = seedKey(1);
const table = tableFromColumns({
  size: column((i) => (i % 9 === 0 ? null : (i * 7) % 11)),
  deck: column((i) => (i % 4 === 0 ? "" : (["A", "B", "C"][i % 3] ?? ""))),
  price: column((i) => (i === 5 ? "" : (i * 13) % 17)),
  sold: column((i) => (i % 5 === 0 ? "yes" : "no")),
});

describe("prepareTable", () => {
  it("leaves rows without target out of every part", () => {
    const { split, warnings } = prepareTable(table, { target: "price", key });
    const all = [...split.train, ...split.validation, ...split.test];
    expect(all).toHaveLength(39);
    expect(all).not.toContain(5);
    expect(warnings.map(({ code }) => code)).toEqual(["missing-cells", "missing-cells", "missing-target"]);
  });

  it("learns nothing from rows beside the training ones", () => {
    const options = { target: "price", key };
    const { split, encoder } = prepareTable(table, options);
    const held = new Set([...split.validation, ...split.test]);
    const changed = tableFromColumns(
      table.columns.map(({ name, cells }) => [
        name,
        Array.from(cells, (cell, i) => (held.has(i) && name === "size" ? 1e6 : cell)),
      ]),
    );
    expect(prepareTable(changed, options).encoder).toEqual(encoder);
  });

  it("encodes gaps as finite numbers, with features named after their columns", () => {
    const { encoder, inputs, split } = prepareTable(table, { target: "price", key });
    expect(featuresOf(encoder.inputs).map(({ name }) => name)).toEqual([
      "size",
      "size missing",
      "deck=A",
      "deck=B",
      "deck=C",
      "deck other",
      "sold",
    ]);
    expect(encodeInputs(encoder.inputs, inputs, split.test).features.every(Number.isFinite)).toBe(true);
  });

  it("keeps the share of classes", () => {
    const { encoder, split, target } = prepareTable(table, { target: "sold", key });
    expect(encoder.target).toEqual({ task: "classification", column: "sold", kind: "boolean", labels: ["no", "yes"] });
    // 8 of 40 are yes; a part of 6 has one.
    expect(target.kind === "boolean" && split.test.filter((row) => target.values[row] === 1)).toHaveLength(1);
  });

  it("refuses a target that is not there, ignored, or all there is, and too few rows", () => {
    expect(() => prepareTable(table, { target: "prise", key })).toThrow(
      'There is no column "prise", which is to be the target; the columns are "size", "deck", "price" and "sold". Did you mean',
    );
    expect(() => prepareTable(table, { target: "price", ignore: ["price"], key })).toThrow(
      '"price" should not be in "ignore"',
    );
    expect(() => prepareTable(tableFromColumns({ y: [1, 2, 3] }), { target: "y", key })).toThrow(
      "at least one column to predict it from",
    );
    expect(() => prepareTable(tableFromColumns({ x: [1], y: [2] }), { target: "y", key })).toThrow(
      "Only 1 row with a target",
    );
    expect(() => prepareTable(table, { target: "deck", task: "regression", key })).toThrow(
      'task "regression" needs a target of numbers, "deck" holds text.',
    );
  });

  it("takes every column that is constant, empty or huge without a number that is not finite", () => {
    const odd = tableFromColumns({
      constant: column(() => 5),
      empty: column(() => ""),
      huge: column((i) => (i % 2 === 0 ? 1e308 : -1e308)),
      tiny: column((i) => i * 5e-324),
      y: column((i) => (i % 3) * 1e308),
    });
    const { encoder, inputs, split, warnings } = prepareTable(odd, { target: "y", key });
    expect(featuresOf(encoder.inputs).map(({ name }) => name)).toEqual(["huge", "tiny"]);
    expect(encodeInputs(encoder.inputs, inputs, split.train).features.every(Number.isFinite)).toBe(true);
    expect(
      Object.values(encoder.target)
        .filter((value) => typeof value === "number")
        .every(Number.isFinite),
    ).toBe(true);
    expect(warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["constant-column", "empty-column", "huge-values"]),
    );
  });
});
