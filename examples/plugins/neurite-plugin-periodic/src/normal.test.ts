import { describe, expect, it } from "vitest";
import { normal } from "./normal";

describe("normal", () => {
  it("has mean 0 and the standard deviation that is asked for", () => {
    const numbers = normal(3).sample([100, 100], [1, 2]);
    const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
    const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length;
    // four standard errors: 3 / √10000 for the mean, 3 / √20000 for the deviation
    expect(Math.abs(mean)).toBeLessThan(0.12);
    expect(Math.abs(Math.sqrt(variance) - 3)).toBeLessThan(0.085);
    // 0.27 % lie beyond three deviations: 27 of 10,000, and √27 is 5
    const beyond = numbers.filter((x) => Math.abs(x) > 9).length;
    expect(beyond).toBeGreaterThan(6);
    expect(beyond).toBeLessThan(48);
  });

  it("is decided by the key, number by number", () => {
    expect([...normal(1).sample([3], [1, 2])]).toEqual([...normal(1).sample([5], [1, 2]).slice(0, 3)]);
    expect([...normal(1).sample([3], [1, 3])]).not.toEqual([...normal(1).sample([3], [1, 2])]);
  });

  it("refuses a deviation below 0", () => {
    expect(() => normal(-1)).toThrow('periodic/normal: "standardDeviation" should be a number from 0 up, got -1.');
  });
});
