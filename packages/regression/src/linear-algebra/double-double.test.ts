import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecimal } from "../columns/parse-decimal";
import {
  add,
  divide,
  doubleDouble,
  integerPower,
  multiply,
  negate,
  squareRoot,
  subtract,
  twoProduct,
  twoSum,
} from "./double-double";

const read = (text: string) => parseDecimal(text) ?? doubleDouble(Number.NaN);

describe("double-double", () => {
  it("adds and multiplies float64 without error", () => {
    expect(twoSum(1, 2 ** -80)).toEqual({ high: 1, low: 2 ** -80 });
    // (1 + 2^-40)² = 1 + 2^-39 + 2^-80
    expect(twoProduct(1 + 2 ** -40, 1 + 2 ** -40)).toEqual({ high: 1 + 2 ** -39, low: 2 ** -80 });
  });

  it("misses nothing of sums and products of whole numbers", () => {
    const whole = fc.maxSafeInteger();
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const [sum, product] = [twoSum(a, b), twoProduct(a, b)];
        expect(BigInt(sum.high) + BigInt(sum.low)).toBe(BigInt(a) + BigInt(b));
        expect(BigInt(product.high) + BigInt(product.low)).toBe(BigInt(a) * BigInt(b));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("keeps the low digits where the high ones cancel", () => {
    const third = divide(doubleDouble(1), doubleDouble(3));
    // 1 - 3 · (1/3 to 106 bits) is 0 or the last bit.
    expect(Math.abs(subtract(doubleDouble(1), multiply(third, doubleDouble(3))).high)).toBeLessThan(2 ** -105);
    expect(add(third, negate(third))).toEqual({ high: 0, low: 0 });
    expect(subtract(read("1.00000000000000000000000001"), doubleDouble(1)).high).toBeCloseTo(1e-26, 31);
  });

  it("takes square roots to 31 digits and of 0", () => {
    const root = squareRoot(doubleDouble(2));
    // √2 = 1.41421356237309504880168872420969807856967…
    const error = subtract(root, read("1.41421356237309504880168872420969807856967"));
    expect(Math.abs(error.high)).toBeLessThan(4e-32);
    expect(squareRoot(doubleDouble(0))).toEqual({ high: 0, low: 0 });
  });

  it("raises to whole powers, negative and 0 ones too", () => {
    // 1.1^10 = 2.5937424601 exactly
    const power = integerPower(read("1.1"), 10);
    expect(Math.abs(subtract(power, read("2.5937424601")).high)).toBeLessThan(1e-30);
    expect(integerPower(doubleDouble(-3), 3)).toEqual({ high: -27, low: 0 });
    expect(integerPower(doubleDouble(2), -3)).toEqual({ high: 0.125, low: 0 });
    expect(integerPower(doubleDouble(0), 0)).toEqual({ high: 1, low: 0 });
  });
});
