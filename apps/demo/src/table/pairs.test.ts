import { readFileSync } from "node:fs";
import { readCsv, toTable } from "@neurite/csv";
import { fitTableBaseline, type Table } from "neurite";
import { expect, it } from "vitest";
import { binColumn } from "./bin-column";
import { bikes, customersCsv } from "./built-in-tables";
import { rankPairs } from "./pairs";

const bytesOf = (file: string) => readFileSync(new URL(`../../public/${file}`, import.meta.url));

function ranked(table: Table, options: { target: string; ignore?: readonly string[] }) {
  const { inputs, split, target } = fitTableBaseline(table, options);
  const columns = inputs.map((column) => binColumn(column, split.train));
  const values = target.kind === "number" ? target.values : new Float64Array(0);
  return rankPairs(columns, values, { train: split.train, held: split.validation });
}

it("finds that bikes are rented at other hours on working days", () => {
  const { target, ignore } = bikes;
  const [first, second] = ranked(toTable(readCsv(bytesOf("bike-hour.csv"), "bike-hour.csv")), { target, ignore });
  expect([first?.x, first?.y, first?.gain.toFixed(2)]).toEqual(["hr", "workingday", "0.14"]);
  expect([second?.x, second?.y]).toEqual(["hr", "weekday"]);
});

it("finds what the customers were invented with, and next to nothing beside it", () => {
  const pairs = ranked(toTable(readCsv(new TextEncoder().encode(customersCsv()), "customers")), {
    target: "transactions",
  });
  expect(pairs.map(({ x, y }) => `${x} × ${y}`)).toEqual(["balance × retired", "age × balance", "age × retired"]);
  expect(pairs[0]?.gain).toBeGreaterThan(0.5);
  expect(pairs[2]?.gain).toBeLessThan(0.05);
});

it("is exact where it can be worked out", () => {
  // two columns of 0 and 1, y = 1 where they differ: added up they say nothing, together all but what shrinking takes
  const rows = 400;
  const bins = (of: (row: number) => number) => Uint8Array.from({ length: rows }, (_, row) => of(row));
  const one = { name: "a", bins: bins((row) => row & 1), count: 2 };
  const other = { name: "b", bins: bins((row) => (row >> 1) & 1), count: 2 };
  const target = Float64Array.from({ length: rows }, (_, row) => (row & 1) ^ ((row >> 1) & 1));
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  // each cell has 100 rows: its mean counts 100 / 108, so that (8 / 108)² of the squares are left
  expect(rankPairs([one, other], target, { train: all, held: all })[0]?.gain).toBeCloseTo(1 - (8 / 108) ** 2, 12);
});

it("stops where time is up", () => {
  const column = (name: string) => ({ name, bins: new Uint8Array(4), count: 1 });
  let asked = 0;
  const pairs = rankPairs(
    [column("a"), column("b"), column("c")],
    new Float64Array(4),
    { train: new Int32Array(0), held: new Int32Array(0) },
    () => asked++ > 0,
  );
  expect(pairs).toHaveLength(1);
});
