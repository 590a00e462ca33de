import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, divide, exactly, exactProduct, exactSum, multiply, one, subtract } from "./double-double";

const whole = fc.maxSafeInteger();

describe("double-double arithmetic", () => {
  it("sums and multiplies two float64 without an error", () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const [sum, product] = [exactSum(a, b), exactProduct(a, b)];
        expect(BigInt(sum.high) + BigInt(sum.low)).toBe(BigInt(a) + BigInt(b));
        expect(BigInt(product.high) + BigInt(product.low)).toBe(BigInt(a) * BigInt(b));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("keeps 30 digits: a third taken three times leaves 1", () => {
    const third = divide(one, exactly(3));
    // 1/3 = 0.333…, of which float64 misses 1/3 · 2^-54
    expect(third).toEqual({ high: 1 / 3, low: 2 ** -54 / 3 });
    expect(Math.abs(subtract(multiply(third, exactly(3)), one).high)).toBeLessThan(1e-31);
    expect(add(exactly(1e16), third).low).toBe(1 / 3);
  });
});
