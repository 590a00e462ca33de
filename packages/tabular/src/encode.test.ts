import { describe, expect, it } from "vitest";
import { baselineColumns } from "./baseline-columns";
import type { Cell } from "./cell";
import { allRows, encodeInputs } from "./encode-inputs";
import type { InputEncoder } from "./encoder";
import { embeddedOf, featuresOf } from "./features";
import { fitInput } from "./fit-encoder";
import { readTable } from "./read-table";
import { tableFromColumns } from "./table";

/** Fits on the first `train` rows and encodes all of them. */
function encode(cells: readonly Cell[], train = cells.length, options = {}) {
  const columns = readTable(tableFromColumns({ x: cells })).map(({ column }) => column);
  const inputs = columns.map((column) => fitInput(column, allRows(train), options));
  const encoded = encodeInputs(inputs, columns, allRows(cells.length));
  const features = featuresOf(inputs);
  const rows = Array.from({ length: encoded.rows }, (_, row) => [
    ...encoded.features.slice(row * features.length, (row + 1) * features.length),
  ]);
  const line = baselineColumns(inputs, columns, allRows(cells.length));
  return {
    names: features.map(({ name }) => name),
    rows,
    indices: [...encoded.indices],
    embedded: embeddedOf(inputs),
    line,
    inputs,
  };
}

describe("numbers", () => {
  it("are standardised by the training rows alone", () => {
    // Mean 3, deviation 1 over 2 and 4; 100 is 97 deviations out.
    const { names, rows } = encode([2, 4, 100], 2);
    expect(names).toEqual(["x"]);
    expect(rows).toEqual([[-1], [1], [97]]);
  });

  it("are the median where they are missing, and marked if training rows had such cells", () => {
    // Of 1, 2, 9: mean 4, median 2, deviation sqrt(38/3) = 3.559…
    const { names, rows, line } = encode([1, null, 2, 9]);
    expect(names).toEqual(["x", "x missing"]);
    expect(rows.map(([, missing]) => missing)).toEqual([0, 1, 0, 0]);
    expect(rows[1]?.[0]).toBeCloseTo(-2 / Math.sqrt(38 / 3), 6);
    expect(line.map(({ name, values }) => [name, ...values])).toEqual([
      ["x", 1, 2, 2, 9],
      ["x missing", 0, 1, 0, 0],
    ]);
    expect(encode([1, 2, 9, null], 3).names).toEqual(["x"]);
  });

  it("stay finite when they are huge, and in line with float32", () => {
    const { rows, line } = encode([1e308, -1e308, 5e307]);
    // Deviations 5/6, -7/6, 1/3 over 0.849836585598797.
    expect(rows.flat().map((z) => Number(z.toFixed(4)))).toEqual([0.9806, -1.3728, 0.3922]);
    expect([...(line[0]?.values ?? [])].every((z) => Math.abs(z) < 2)).toBe(true);
    expect(encode([1, 2, 1e300], 2).rows[2]).toEqual([1e6]);
  });

  it("give one feature of zeros where nothing varies", () => {
    expect(encode([5, 5, 5])).toMatchObject({ names: ["nothing"], rows: [[0], [0], [0]], line: [] });
    expect(encode([null, null])).toMatchObject({ names: ["nothing"], rows: [[0], [0]] });
    expect(encode([5, null, 5]).names).toEqual(["x missing"]);
  });
});

describe("booleans", () => {
  it("are 0 and 1, the share where missing", () => {
    const { names, rows } = encode(["no", "yes", "yes", "yes", ""], 4);
    expect(names).toEqual(["x"]);
    expect(rows).toEqual([[0], [1], [1], [1], [0.75]]);
    expect(encode([true, false, null]).names).toEqual(["x", "x missing"]);
    expect(encode([true, true]).names).toEqual(["nothing"]);
  });
});

describe("dates", () => {
  it("are days, and their place in the week", () => {
    // Monday 2024-01-01 and Thursday 2024-01-04: sine of 0 and of 3/7 of a turn.
    const { names, rows, line } = encode(["2024-01-01", "2024-01-04"]);
    expect(names).toEqual(["x", "x week sin", "x week cos"]);
    expect(rows[0]).toEqual([-1, expect.closeTo(0, 7), 1]);
    expect(rows[1]?.map((z) => Number(z.toFixed(6)))).toEqual([1, 0.433884, -0.900969]);
    expect([...(line[0]?.values ?? [])]).toEqual([19723, 19726]);
  });

  it("have the place in the year over half a year, and the time of day where there is one", () => {
    const { names, rows } = encode(["2023-01-01", "2023-07-02T12:00", null]);
    expect(names).toEqual(["x", "x year sin", "x year cos", "x day sin", "x day cos", "x missing"]);
    // Day 182 of 365 is a half day short of half a turn: cos(2π · 182/365) = -0.999963; noon is half a turn.
    expect(rows[1]?.map((z) => Number(z.toFixed(6)))).toEqual([1, 0.008607, -0.999963, 0, -1, 0]);
    expect(rows[2]?.at(-1)).toBe(1);
  });
});

describe("categories", () => {
  it("have a feature for each level of the training rows, sorted", () => {
    const { names, rows } = encode(["b", "a", "b", "b"]);
    expect(names).toEqual(["x=a", "x=b"]);
    expect(rows).toEqual([
      [0, 1],
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
  });

  it("are the average training row where they are unseen, if no training row was missing", () => {
    expect(encode(["b", "a", "b", "b", "c", ""], 4).rows.slice(4)).toEqual([
      [0.25, 0.75],
      [0.25, 0.75],
    ]);
  });

  it("share a trained feature for missing and unseen ones if there were such rows", () => {
    const { names, rows } = encode(["b", "a", "", "c"], 3);
    expect(names).toEqual(["x=a", "x=b", "x other"]);
    expect(rows).toEqual([
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, 1],
      [0, 0, 1],
    ]);
  });

  it("leave the first level to the intercept of the straight line", () => {
    expect(encode(["b", "a", "c"]).line.map(({ name, values }) => [name, ...values])).toEqual([
      ["x=b", 1, 0, 0],
      ["x=c", 0, 0, 1],
    ]);
  });

  it("are indices above the limit, 0 for unseen, rare and missing ones", () => {
    const { indices, embedded, names, line } = encode(["c", "a", "b", "a", "b", "c", "rare", "new", ""], 7, {
      oneHotLimit: 2,
    });
    expect(names).toEqual(["nothing"]);
    expect(embedded).toEqual([{ column: "x", size: 4, width: 2 }]);
    expect(indices).toEqual([3, 1, 2, 1, 2, 3, 0, 0, 0]);
    expect(line.map(({ name }) => name)).toEqual(["x=a", "x=b", "x=c"]);
  });

  it("pool rare levels, and fall back to features when few are left", () => {
    const { names, rows } = encode(["a", "a", "b", "b", "r1", "r2"], 6, { oneHotLimit: 2 });
    expect(names).toEqual(["x=a", "x=b", "x other"]);
    expect(rows.slice(4)).toEqual([
      [0, 0, 1],
      [0, 0, 1],
    ]);
  });

  it("with a different value in every row say nothing", () => {
    const { names, embedded } = encode(Array.from({ length: 40 }, (_, i) => `n${i}`));
    expect({ names, embedded }).toEqual({ names: ["nothing"], embedded: [] });
  });

  it("may be called like parts of objects", () => {
    expect(encode(["__proto__", "constructor", "__proto__"]).rows).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
  });
});

describe("features", () => {
  it("have names of their own, and say which column they are of", () => {
    const table = tableFromColumns({ a: [1, null, 3], "a missing": [1, 2, 4] });
    const inputs: InputEncoder[] = readTable(table).map(({ column }) => fitInput(column, allRows(3)));
    expect(featuresOf(inputs).map(({ name, column }) => [name, column])).toEqual([
      ["a", "a"],
      ["a missing", "a"],
      ["a missing (2)", "a missing"],
    ]);
  });
});
