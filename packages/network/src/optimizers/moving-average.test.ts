import { constant, evaluate } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { movingAverage } from "./moving-average";

describe("movingAverage", () => {
  it("keeps a share of the past", () => {
    const [next] = evaluate([movingAverage(constant([8, 8]), constant([4, 8]), 0.75)]);
    expect([...next.data]).toEqual([7, 8]);
  });

  it("forgets at the rate it says in float32, whose nearest number to 0.999 is 1.3e-8 off", () => {
    // one rounding of 6e-8 each, but to either side: over 4,096 numbers 5e-10 remain
    const past = Array.from({ length: 4096 }, (_, i) => 1 + i / 4096);
    const [next] = evaluate([movingAverage(constant(past), constant(past.map(() => 0)), 0.999)]);
    const kept = past.reduce((sum, x, i) => sum + (next.data[i] as number) / x / 4096, 0);
    expect(Math.abs(kept - 0.999)).toBeLessThan(4e-9);
  });
});
