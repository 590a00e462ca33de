import { describe, expect, it } from "vitest";
import { correlation } from "./correlation";
import { leakWarnings } from "./leak-warnings";
import { readTable } from "./read-table";
import { tableFromColumns } from "./table";

function leaks(columns: Record<string, readonly (string | number | null)[]>) {
  const read = readTable(tableFromColumns(columns)).map(({ column }) => column);
  const target = read.pop();
  if (target === undefined) throw new Error("no target");
  return leakWarnings(read, target);
}
const casual = [3, 8, 5, 3, 0, 0];
const registered = [13, 32, 27, 10, 1, 1];
const cnt = [16, 40, 32, 13, 1, 1];

describe("leakWarnings", () => {
  it("names a column that equals the target, and only that", () => {
    const found = leaks({ x: [5, 3, 8, 1, 9, 2], y_copy: [1, 0, 1, 0, 1, 0], y: [1, 0, 1, 0, 1, 0] });
    expect(found).toMatchObject([{ code: "leak", column: "y_copy", remedy: { option: "ignore", values: ["y_copy"] } }]);
    expect(found[0]?.message).toContain('Column "y_copy" equals the target "y" in all 6 rows');
  });

  it("names a column in line with the target, also downwards and with rounding", () => {
    const found = leaks({ cents: [-100.1, -200, -399.9, -300, -800], y: [1, 2, 4, 3, 8] });
    expect(found[0]?.message).toContain('"cents" is in line with the target "y" (correlation -1.00000 in 5 rows)');
    expect(leaks({ x: [1, 2, 3, 4, 7], y: [1, 2, 4, 3, 8] })).toEqual([]);
  });

  it("names a category that determines the target", () => {
    const found = leaks({ alive: ["yes", "no", "no", "yes", "no", "yes"], y: ["a", "b", "b", "a", "b", "a"] });
    expect(found[0]?.message).toContain('"alive" determines the target "y": each of its 2 levels');
    expect(leaks({ code: [4, 2, 9, 4, 9, 2], y: ["a", "b", "c", "a", "c", "b"] })).toHaveLength(1);
  });

  it("does not take few rows, or a number that separates classes, for a leak", () => {
    expect(leaks({ job: ["retired", "student", "retired", "clerk"], y: [1, 2, 1, 3] })).toEqual([]);
    expect(leaks({ x: [1, 2, 3, 7, 8, 9], y: ["a", "a", "a", "b", "b", "b"] })).toEqual([]);
  });

  it("finds two columns that add up to the target", () => {
    const found = leaks({ hr: [0, 1, 2, 3, 4, 5], casual, registered, cnt });
    expect(found.at(-1)).toMatchObject({ code: "sum-leak", remedy: { values: ["casual", "registered"] } });
    expect(found.at(-1)?.message).toContain('"casual" + "registered" is exactly "cnt" in all 6 rows');
  });

  it("finds a difference, three columns, and sums that only rounding misses", () => {
    expect(leaks({ cnt, casual, registered }).at(-1)?.message).toContain('"cnt" - "casual" is exactly "registered"');
    const found = leaks({ a: [1, 5, 2, 8, 3], b: [4, 4, 1, 0, 9], c: [2, 7, 7, 3, 3], y: [7, 16, 10, 11, 15] });
    expect(found[0]?.message).toContain('"a" + "b" + "c" is exactly "y"');
    // 0.1 + 0.2 is not 0.3 in float64.
    expect(leaks({ a: [0.1, 1, 5, 2, 7], b: [0.2, 4, 0.5, 3, 1], y: [0.3, 5, 5.5, 5, 8] })).toHaveLength(1);
  });

  it("does not take a sum for one that misses a row, has gaps almost everywhere, or overflows", () => {
    const sums = (columns: Parameters<typeof leaks>[0]) => leaks(columns).filter(({ code }) => code === "sum-leak");
    expect(sums({ casual, registered, cnt: [16, 40, 32, 13, 1, 2] })).toEqual([]);
    expect(sums({ casual: [3, null, null, null, 0, 0], registered, cnt })).toEqual([]);
    expect(sums({ zero: [0, 0, 0, 0, 0, 0], copy: cnt, cnt })).toEqual([]);
    const huge = [1.7e308, -1.7e308, 1.7e308, -1.7e308, 1e308];
    expect(sums({ a: huge, b: [1.7e308, -1.7e308, 1.6e308, -1.7e308, 1], y: [1e308, 5, 3, 1, 4] })).toEqual([]);
  });
});

describe("correlation", () => {
  it("is Pearson's over the rows with both values", () => {
    // Σ(a-ā)(b-b̄) = 1·1 + 0 + 1·2 … a = 1, 2, 3; b = 1, 2, 4: 3 / sqrt(2 · 14/3) = 0.98198…
    const { r, rows } = correlation(Float64Array.of(1, 2, 3, 9), Float64Array.of(1, 2, 4, Number.NaN));
    expect(r).toBeCloseTo(0.981980506061966, 14);
    expect(rows).toBe(3);
  });

  it("is 0 for a constant, and finite for huge numbers", () => {
    expect(correlation(Float64Array.of(0.1, 0.1, 0.1), Float64Array.of(1, 2, 3)).r).toBe(0);
    expect(correlation(Float64Array.of(1e308, -1e308, 0), Float64Array.of(1, -1, 0)).r).toBeCloseTo(1, 14);
  });
});
