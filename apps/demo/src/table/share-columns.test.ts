import { tableFromColumns } from "neurite";
import { expect, it } from "vitest";
import { noChoice } from "./choice";
import { fitLine } from "./line-view";
import { shareColumns } from "./share-columns";

const rows = 20;
const cells = <T>(of: (row: number) => T) => Array.from({ length: rows }, (_, row) => of(row));
const table = tableFromColumns([
  ["job", cells((row) => (row === 3 ? null : row % 2 === 0 ? "cook" : "clerk"))],
  ["hours", cells((row) => row)],
  ["kind", cells((row) => ["low", "high", "high", "middle"][row % 4])],
]);

it("gives two columns and the target as numbers, the rows to learn from first, those with a gap left out", () => {
  const line = fitLine(table, { ...noChoice, target: "kind" }, 0);
  const shared = shareColumns("t.csv", { x: "hours", y: "job" }, line);
  const { train, validation, test } = line.fit.split;
  const order = [...train, ...[...validation, ...test]].filter((row) => row !== 3);
  expect([shared?.table, shared?.trainRows]).toEqual(["t.csv", train.filter((row) => row !== 3).length]);
  expect(shared?.inputs[0]).toEqual({ name: "hours", values: Float64Array.from(order) });
  // in the order of the levels as they come: cook, clerk
  expect(shared?.inputs[1]).toEqual({
    name: "job",
    values: Float64Array.from(order, (row) => row % 2),
  });
  expect(shared?.target).toEqual({
    name: "kind is high",
    values: Float64Array.from(order, (row) => (row % 4 === 1 || row % 4 === 2 ? 1 : 0)),
  });
});

it("gives nothing where a column is not among those of the table", () => {
  const line = fitLine(table, { ...noChoice, target: "kind" }, 0);
  expect(shareColumns("t.csv", { x: "hours", y: "age" }, line)).toBeUndefined();
  expect(shareColumns("t.csv", { x: "hours", y: "hours" }, line)).toBeUndefined();
});
