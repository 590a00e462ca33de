import { describe, expect, it } from "vitest";
import { largest, rowsToDraw } from "./rows-to-draw";

describe("rowsToDraw", () => {
  it("draws every row of a table of ordinary size", () => {
    expect(rowsToDraw(3, [1, 2, 3])).toEqual([0, 1, 2]);
    expect(rowsToDraw(4000)).toHaveLength(4000);
  });

  it("draws at most 4,000 of more, the extreme ones of each list among them", () => {
    const rows = 50_000;
    const up = Float64Array.from({ length: rows }, (_, row) => row);
    const down = Float64Array.from({ length: rows }, (_, row) => -row);
    const drawn = rowsToDraw(rows, up, down);
    expect(drawn.length).toBeLessThanOrEqual(4000);
    expect(drawn.length).toBeGreaterThan(3500);
    expect(drawn.slice(0, 500)).toEqual(Array.from({ length: 500 }, (_, row) => row));
    expect(drawn.slice(-500)).toEqual(Array.from({ length: 500 }, (_, i) => rows - 500 + i));
    // the others from everywhere: 3,000 of 49,000 are one in 16 or 17
    const gaps = drawn.slice(1).map((row, i) => row - (drawn[i] as number));
    expect(Math.max(...gaps)).toBe(17);
  });
});

describe("largest", () => {
  it("is the rows of the largest sizes, of equal ones the first", () => {
    expect(largest([3, 9, 9, 1], 3)).toEqual([1, 2, 0]);
  });
});
