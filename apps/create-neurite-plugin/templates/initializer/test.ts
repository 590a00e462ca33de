import { seedKey } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { __identifier__ } from "./__file__";

describe("__identifier__", () => {
  it("fills the range that inputs and frequency give, and no more", () => {
    const numbers = __identifier__({ frequency: 10 }).sample([24, 500], seedKey(1));
    // √(6 / 24) / 10 = 0.05
    expect(numbers).toHaveLength(12_000);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(0.05);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-0.05);
    // that none of 12,000 lies in the outermost hundredth has a probability below 1e-25
    expect(Math.max(...numbers)).toBeGreaterThan(0.049);
    expect(Math.min(...numbers)).toBeLessThan(-0.049);
  });

  it("refuses a frequency that is not above 0", () => {
    expect(() => __identifier__({ frequency: 0 })).toThrow('"frequency" should be a number above 0, got 0.');
  });
});
