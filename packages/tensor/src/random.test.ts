import { describe, expect, it } from "vitest";
import { numbersOf } from "../test/numbers-of";
import { refusal } from "../test/refusal";
import { counterBits, deriveKey, seedKey } from "./key";
import { bits, derive, keyTensor, normal, uniform } from "./random";
import { constant, input } from "./source";
import { value } from "./value";

const key = seedKey(1);
const tensor = keyTensor(key);

/** Mean, variance, and the means of the third and fourth powers. */
function momentsOf(numbers: readonly number[]): number[] {
  const mean = numbers.reduce((a, b) => a + b) / numbers.length;
  const moment = (n: number) => numbers.reduce((sum, x) => sum + (x - mean) ** n, 0) / numbers.length;
  return [mean, moment(2), moment(3), moment(4)];
}

describe("derive", () => {
  it("gives the keys of deriveKey, inside a graph", () => {
    for (const name of ["", "dense", "1/dropout", "ünï", 0, 1, -5, 2 ** 31 - 1]) {
      expect(numbersOf(derive(tensor, name))).toEqual([...deriveKey(key, name)]);
    }
  });

  it("takes a number that is known only when the graph runs", () => {
    const step = input("step", { shape: [], dtype: "int32" });
    for (const n of [0, 1, 12345]) {
      const given = new Map([[step, value(n, { dtype: "int32" })]]);
      expect(numbersOf(derive(tensor, step), given)).toEqual([...deriveKey(key, n)]);
    }
  });

  it("refuses a key that is none", () => {
    expect(refusal(() => bits(constant([1, 2]), [3])).message).toBe(
      "random: a key is int32 [2], got float32 [2]. Derive one with deriveKey, or take scope.key(name).",
    );
    expect(refusal(() => bits(constant([1], "int32"), [3])).code).toBe("bad-shape");
    expect(refusal(() => bits(tensor, [-1])).code).toBe("bad-shape");
  });
});

describe("bits", () => {
  it("are a function of key and position, whatever the shape", () => {
    expect(numbersOf(bits(tensor, [6]))).toEqual([0, 1, 2, 3, 4, 5].map((i) => counterBits(key[0], key[1], i)));
    expect(numbersOf(bits(tensor, [2, 3]))).toEqual(numbersOf(bits(tensor, [6])));
    expect(numbersOf(bits(tensor, [0]))).toEqual([]);
  });
});

describe("uniform", () => {
  it("has the same numbers for ever", () => {
    // the upper 24 bits of the words 67484705, 700824273 and -1856109774, over 2^24
    expect(numbersOf(uniform(tensor, [3]))).toEqual([
      Math.floor(67484705 / 256) / 2 ** 24,
      Math.floor(700824273 / 256) / 2 ** 24,
      Math.floor((-1856109774 + 2 ** 32) / 256) / 2 ** 24,
    ]);
  });

  it.each(["float32", "float64"] as const)("is from 0 up to but not including 1, evenly spread, %s", (dtype) => {
    const drawn = uniform(tensor, [40_000], dtype);
    expect(drawn.dtype).toBe(dtype);
    const numbers = numbersOf(drawn);
    expect(numbers.every((u) => u >= 0 && u < 1)).toBe(true);
    const [mean = 0, variance = 0] = momentsOf(numbers);
    // standard deviations √(1/12 / 40,000) = 0.00144 and √(1/180 / 40,000) = 0.00037
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * 0.00144);
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * 0.00037);
  });

  it("uses all 53 bits of a float64", () => {
    const numbers = numbersOf(uniform(tensor, [2000], "float64"));
    expect(numbers.some((u) => !Number.isInteger(u * 2 ** 40))).toBe(true);
    expect(numbers.every((u) => Number.isInteger(u * 2 ** 53))).toBe(true);
  });

  it("refuses whole numbers", () => {
    expect(refusal(() => uniform(tensor, [1], "int32")).message).toBe(
      'uniform: "dtype" should be float32 or float64, got int32. Take bits(key, shape) for random int32 numbers.',
    );
    expect(refusal(() => normal(tensor, [1], "bool")).code).toBe("bad-dtype");
  });
});

describe("normal", () => {
  it.each(["float32", "float64"] as const)("has the moments of the standard normal distribution, %s", (dtype) => {
    const n = 40_000;
    const [mean = 0, variance = 0, skew = 0, fourth = 0] = momentsOf(numbersOf(normal(tensor, [n], dtype)));
    // standard deviations √(1/n), √(2/n), √(15/n) and √(96/n) of the means of x, x², x³ and x⁴, which are 0, 1, 0 and 3
    expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(1 / n));
    expect(Math.abs(variance - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
    expect(Math.abs(skew)).toBeLessThan(5 * Math.sqrt(15 / n));
    expect(Math.abs(fourth - 3)).toBeLessThan(5 * Math.sqrt(96 / n));
  });

  it("is finite everywhere", () => {
    expect(numbersOf(normal(tensor, [40_000])).every(Number.isFinite)).toBe(true);
  });
});
