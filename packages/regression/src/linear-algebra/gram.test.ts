import { interpreter } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import type { ScaledColumn } from "../columns/scaled-column";
import { gramOf } from "./gram";

const rows = 1000;
const column = (value: number, more: Partial<ScaledColumn> = {}): ScaledColumn => ({
  values: new Float64Array(rows).fill(value),
  shift: 0,
  scale: 1,
  exponent: 0,
  ...more,
});

/** The product of columns 0 and 1 and what it misses, `high + low` being the sum in rational numbers of the float64 given. */
function product(columns: readonly ScaledColumn[], weights?: Float64Array) {
  const { products, rounding } = gramOf(columns, weights, interpreter);
  const [high, low] = [products.data.high[products.size], products.data.low[products.size]] as [number, number];
  return { high, low, rounding, misses: (exact: number, rest: number) => Math.abs(high - exact + (low - rest)) };
}

describe("gramOf", () => {
  it("has a sum of products to more digits than float64", () => {
    // 1000 · 0.1 · 0.7 with 0.1 and 0.7 as float64 has them, which is 70 - 5.551115123125785e-16
    const { high, low, rounding, misses } = product([column(0.1), column(0.7)]);
    expect(high).toBe(70);
    expect(low).toBeCloseTo(-5.551115123125785e-16, 17);
    expect(misses(70, -5.551115123125785e-16)).toBeLessThan(70 * rounding);
    // 2⁻⁶⁸ √1000 / √10
    expect(rounding).toBeCloseTo(3.388131789017201e-20, 30);
  });

  it("takes off the shift without rounding", () => {
    // 1000 ((0.1 - 0.3) / 2)², float64's 0.1 and 0.3
    const { rounding, misses } = product([
      column(0.1, { shift: 0.3, scale: 0.5 }),
      column(0.1, { shift: 0.3, scale: 0.5 }),
    ]);
    expect(misses(9.999999999999998, 1.1102230246251573e-16)).toBeLessThan(10 * rounding);
  });

  it("multiplies rows by their weights", () => {
    // 1000 · 0.3 · 0.1 · 0.7
    const { rounding, misses } = product([column(0.1), column(0.7)], new Float64Array(rows).fill(0.3));
    expect(misses(21, -9.43689570931383e-16)).toBeLessThan(21 * rounding);
  });

  it("adds low parts where a column has some", () => {
    // with them 0.1 is what is meant by it: 1000 · 0.1 · 0.7, float64's 0.7
    const low = new Float64Array(rows).fill(-5.551115123125783e-18);
    const { rounding, misses } = product([column(0.1, { low }), column(0.7)]);
    expect(misses(70, -4.440892098500626e-15)).toBeLessThan(70 * rounding);
  });

  it("gives exact zeros for a column of zeros", () => {
    const { products } = gramOf([column(0.1), column(0.3, { shift: 0.3 }), column(1)], undefined, interpreter);
    expect([...products.data.high.subarray(3, 5), products.data.high[7]]).toEqual([0, 0, 0]);
    expect([...products.data.low.subarray(3, 5), products.data.low[7]]).toEqual([0, 0, 0]);
  });

  it("gives the same bits again, whatever was multiplied between", () => {
    const pair = [column(0.1, { shift: 0.7 }), column(0.7, { shift: 0.1 })];
    const first = gramOf(pair, undefined, interpreter);
    expect(gramOf(pair, undefined, interpreter)).toEqual(first);
    gramOf([column(1), ...pair], undefined, interpreter);
    expect(gramOf(pair, undefined, interpreter)).toEqual(first);
  });

  it("agrees over many columns with sums of whole numbers", () => {
    // column j holds (row + j) mod 8 in eighths; the sum over 1000 = 125 · 8 rows of the products is that over 8 rows, 125 times
    const columns = Array.from({ length: 40 }, (_, j) =>
      column(0, { values: Float64Array.from({ length: rows }, (_, row) => ((row + j) % 8) / 8) }),
    );
    const { products } = gramOf(columns, undefined, interpreter);
    // Σ k² = 140 at a distance of 0 or 8, Σ k (k + 4 mod 8) = 76 at one of 4
    const at = (i: number, j: number) => products.data.high[j * products.size + i];
    expect([at(0, 0), at(0, 8), at(17, 33), at(0, 4), at(35, 39)].map((sum) => (sum ?? 0) * 64)).toEqual([
      17500, 17500, 17500, 9500, 9500,
    ]);
    expect(products.data.low.every((low) => low === 0)).toBe(true);
  });
});
