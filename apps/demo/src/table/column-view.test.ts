import { readTable, tableFromColumns } from "neurite";
import { expect, it } from "vitest";
import { isoDate, viewColumn } from "./column-view";

const view = (cells: readonly unknown[], name = "x") => {
  const [reading] = readTable(tableFromColumns([[name, cells as string[]]]));
  if (!reading) throw new Error("no column");
  return viewColumn(reading);
};

it("gives numbers of few values a bar for each", () => {
  expect(view([3, 1, 1, null, 3, 3])).toEqual({
    name: "x",
    kind: "number",
    rows: 6,
    missing: 1,
    distinct: 2,
    sampled: undefined,
    bars: [
      { from: "1", to: "1", count: 2 },
      { from: "3", to: "3", count: 3 },
    ],
  });
});

it("cuts the range of many values into 24 bars that hold every row", () => {
  const { bars, distinct } = view(Array.from({ length: 480 }, (_, i) => i));
  expect([bars.length, distinct]).toEqual([24, 480]);
  expect(bars.map(({ count }) => count)).toEqual(Array(24).fill(20));
  expect(bars[0]).toEqual({ from: "0", to: "19.96", count: 20 });
});

it("stands numbers of any size", () => {
  const { bars } = view(Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? -1e308 : 1e308) * (1 - i / 100)));
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(30);
});

it("shows the most frequent levels of a category first", () => {
  expect(view(["b", "a", "b", "__proto__"]).bars).toEqual([
    { from: "b", to: "b", count: 2 },
    { from: "a", to: "a", count: 1 },
    { from: "__proto__", to: "__proto__", count: 1 },
  ]);
});

it("writes dates as dates", () => {
  expect(view(["2011-01-01", "2011-01-02", "2011-01-01"]).bars.map(({ from }) => from)).toEqual([
    "2011-01-01",
    "2011-01-02",
  ]);
  expect(isoDate(14_975)).toBe("2011-01-01");
});

it("samples above 20,000 rows and says how many", () => {
  const { sampled, bars } = view(Array.from({ length: 50_001 }, (_, i) => i % 3));
  expect(sampled).toBe(16_667);
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(16_667);
});
