import { describe, expect, it } from "vitest";
import type { Cell } from "./cell";
import { allRows } from "./encode-inputs";
import { readTarget } from "./read-inputs";
import { readTable } from "./read-table";
import { tableFromColumns } from "./table";
import { decodeNumber, encodeClasses, encodeNumbers, fitTarget, rowsWithTarget } from "./target-encoder";

const column = (cells: readonly Cell[]) => {
  const [reading] = readTable(tableFromColumns({ y: cells }));
  if (reading === undefined) throw new Error("no column");
  return reading.column;
};

function classes(cells: readonly Cell[], later: readonly Cell[] = cells) {
  const target = column(cells);
  const rows = rowsWithTarget(target);
  const encoder = fitTarget(target, "classification", rows, rows);
  if (encoder.task !== "classification") throw new Error("no classes");
  const other = readTarget(encoder, tableFromColumns({ y: later }));
  return { labels: encoder.labels, codes: [...encodeClasses(encoder, other, allRows(later.length))] };
}

function numbers(cells: readonly Cell[], train = allRows(cells.length)) {
  const target = column(cells);
  const encoder = fitTarget(target, "regression", rowsWithTarget(target), train);
  if (encoder.task !== "regression") throw new Error("no regression");
  return { encoder, z: [...encodeNumbers(encoder, target, allRows(cells.length))] };
}

describe("a target of numbers", () => {
  it("is standardised by the training rows and comes back", () => {
    const { encoder, z } = numbers([2, 4, 9], Int32Array.of(0, 1));
    expect(z).toEqual([-1, 1, 6]);
    expect(z.map((one) => decodeNumber(encoder, one))).toEqual([2, 4, 9]);
  });

  it("is 0 when constant, and its value comes back whatever the network says near 0", () => {
    const { encoder, z } = numbers([7, 7, 7]);
    expect(z).toEqual([0, 0, 0]);
    expect(decodeNumber(encoder, 0.3)).toBe(7);
  });
});

describe("a target of classes", () => {
  it("has sorted labels: text by code unit, numbers by value, false before true", () => {
    expect(classes(["b", "B", "a", "b"])).toEqual({ labels: ["B", "a", "b"], codes: [2, 0, 1, 2] });
    expect(classes([10, 9, 10])).toEqual({ labels: ["9", "10"], codes: [1, 0, 1] });
    expect(classes(["yes", "no"])).toEqual({ labels: ["no", "yes"], codes: [1, 0] });
  });

  it("leaves out missing ones, and knows no others", () => {
    expect(classes(["a", "", "b"], ["b", "c", ""])).toEqual({ labels: ["a", "b"], codes: [1, -1, -1] });
    expect(classes([0, 1], [1, 7, null]).codes).toEqual([1, -1, -1]);
  });

  it("is found again in another spelling", () => {
    expect(classes(["0", "1"], ["1.0", "0"]).codes).toEqual([1, 0]);
    expect(classes(["yes", "no"], ["TRUE", "No", "?"]).codes).toEqual([1, 0, -1]);
  });

  it("may be a single one", () => {
    expect(classes(["yes", "yes"])).toEqual({ labels: ["yes"], codes: [0, 0] });
  });
});

it("a target without values is refused", () => {
  const target = column(["", ""]);
  expect(() => fitTarget(target, "regression", rowsWithTarget(target), allRows(0))).toThrow(
    '"y" has no value in any row',
  );
});
