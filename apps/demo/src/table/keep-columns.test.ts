import { expect, it } from "vitest";
import type { ColumnView } from "./column-view";
import { keepColumns } from "./keep-columns";

const column = (name: string, missing = 0): ColumnView => ({
  name,
  kind: "number",
  missing,
  rows: 2,
  distinct: 1,
  bars: [{ from: "1", to: "1", count: 2 }],
  sampled: undefined,
});

it("keeps the object of a column that is as it was, and takes the new one of any other", () => {
  const [a, b] = [column("a"), column("b")];
  const now = [column("b", 1), column("a"), column("__proto__")];
  const kept = keepColumns([a, b], now);
  expect(kept.map(({ name, missing }) => [name, missing])).toEqual([
    ["b", 1],
    ["a", 0],
    ["__proto__", 0],
  ]);
  expect([kept[0] === now[0], kept[1] === a, kept[2] === now[2]]).toEqual([true, true, true]);
});
