import { describe, expect, it } from "vitest";
import { gradientErrors } from "../../test/check-gradient";
import { numbersOf } from "../../test/numbers-of";
import { refusal } from "../../test/refusal";
import { gradient } from "../gradient";
import { constant } from "../source";

const a = constant([1, 2, 3, 4], "float64");
const b = constant([4, -2, 0.5, 8], "float64");

describe("add, sub, mul and div", () => {
  it("work element by element", () => {
    expect(numbersOf(a.add(b))).toEqual([5, 0, 3.5, 12]);
    expect(numbersOf(a.sub(b))).toEqual([-3, 4, 2.5, -4]);
    expect(numbersOf(a.mul(b))).toEqual([4, -4, 1.5, 32]);
    expect(numbersOf(a.div(b))).toEqual([0.25, -1, 6, 0.5]);
  });

  it("round to float32 where the arrays are float32", () => {
    // 0.1 and 0.2 in float32 are 0.10000000149011612 and 0.20000000298023224; their sum rounds to 0.30000001192092896
    expect(numbersOf(constant([0.1]).add(constant([0.2])))).toEqual([0.30000001192092896]);
  });

  it("give infinities and NaN as IEEE 754 says", () => {
    const x = constant([1, -1, 0], "float64");
    expect(numbersOf(x.div(0))).toEqual([Infinity, -Infinity, NaN]);
  });

  it("wrap int32 around", () => {
    const big = constant([2147483647, -2147483648], "int32");
    expect(numbersOf(big.add(1))).toEqual([-2147483648, -2147483647]);
    expect(numbersOf(big.sub(1))).toEqual([2147483646, 2147483647]);
    // 2147483647² = 2^62 - 2^32 + 1, whose low 32 bits are 1; a float64 product would have lost them
    expect(numbersOf(big.mul(big))).toEqual([1, 0]);
  });

  it("divide int32 towards zero, and by 0 to 0", () => {
    const x = constant([7, -7, 7, 5], "int32");
    expect(numbersOf(x.div(constant([2, 2, -2, 0], "int32")))).toEqual([3, -3, -3, 0]);
  });

  it("take a number in the dtype of the tensor", () => {
    expect(constant([1], "float64").add(0.1).dtype).toBe("float64");
    // 0.1 as float32
    expect(numbersOf(constant([0]).add(0.1))).toEqual([0.10000000149011612]);
    expect(numbersOf(constant([3], "int32").mul(2))).toEqual([6]);
  });

  it("refuse a number that the dtype cannot hold", () => {
    const error = refusal(() => constant([3], "int32").mul(0.5));
    expect(error.code).toBe("bad-dtype");
    expect(error.message).toBe(
      "number: a number of int32 should be a whole number of 32 bits, got 0.5. Use another number, or cast the array to float32 or float64.",
    );
    expect(refusal(() => constant([3], "int32").add(2 ** 31)).code).toBe("bad-dtype");
    expect(refusal(() => constant([true], "bool").equal(2)).code).toBe("bad-dtype");
  });

  it("refuse two dtypes, and bools", () => {
    const error = refusal(() => constant([1]).add(a));
    expect(error.code).toBe("bad-dtype");
    expect(error.message).toBe(
      "add: expected two arrays of one dtype (float32 or float64 or int32), got float32 [4] and float64 [4]. Convert one with cast.",
    );
    for (const op of ["add", "sub", "mul", "div"] as const) {
      expect(refusal(() => constant([true], "bool")[op](constant([true], "bool"))).code).toBe("bad-dtype");
      expect(refusal(() => constant([1], "int32")[op](constant([1]))).code).toBe("bad-dtype");
    }
  });

  it("refuse shapes that do not broadcast, with both shapes", () => {
    const error = refusal(() => constant([[1, 2, 3]]).mul(constant([1, 2])));
    expect(error.code).toBe("bad-shape");
    expect(error.message).toBe(
      "mul: shapes [1, 3] and [2] do not broadcast, since 3 and 2 differ and neither is 1. Reshape one of them.",
    );
  });

  it("work on no elements at all", () => {
    const none = constant([], "float64", [0, 3]);
    expect(none.add(constant([1, 2, 3], "float64")).shape).toEqual([0, 3]);
    expect(numbersOf(none.mul(2))).toEqual([]);
  });

  it("have the gradients of finite differences", () => {
    const points = [
      [1, -2, 3],
      [0.5, 1.5, -2.5],
    ];
    expect(gradientErrors((x, y) => x.add(y).mul(x), points)).toEqual([]);
    expect(gradientErrors((x, y) => x.sub(y).mul(y), points)).toEqual([]);
    expect(gradientErrors((x, y) => x.mul(y).mul(y), points)).toEqual([]);
    expect(gradientErrors((x, y) => x.div(y), points)).toEqual([]);
  });

  it("have the gradients of finite differences where one side stretches", () => {
    const points = [
      [[1], [-2]],
      [0.5, 1.5, -2.5],
    ];
    for (const op of ["add", "sub", "mul", "div"] as const) {
      expect(gradientErrors((x, y) => x[op](y).mul(x), points)).toEqual([]);
    }
  });
});

describe("pow", () => {
  it("follows IEEE 754", () => {
    const x = constant([2, 9, 0, -2, -8, 2], "float64");
    const y = constant([10, 0.5, 0, 3, 1 / 3, -1], "float64");
    expect(numbersOf(x.pow(y))).toEqual([1024, 3, 1, -8, NaN, 0.5]);
  });

  it("refuses whole numbers", () => {
    expect(refusal(() => constant([2], "int32").pow(2)).code).toBe("bad-dtype");
  });

  it("has the gradients of finite differences to base and exponent", () => {
    const points = [
      [0.5, 1.5, 2.5],
      [2, -1.5, 0.3],
    ];
    expect(gradientErrors((x, y) => x.pow(y), points)).toEqual([]);
    expect(gradientErrors((x) => x.pow(3), [[-2, -0.5, 1.5]])).toEqual([]);
  });

  it("has slopes without NaN at a base of 0", () => {
    // d/dx x² = 2x = 0, d/dx x¹ = 1, d/dx x⁰ = 0, d/dx x³ = 0
    const x = constant([0, 0, 0, 0], "float64");
    const y = constant([2, 1, 0, 3], "float64");
    const [toX, toY] = gradient(x.pow(y).sum(), [x, y]);
    expect(numbersOf(toX)).toEqual([0, 1, 0, 0]);
    // the limit of x^y · log x for x → 0 is 0 where y > 0; at y = 0, where there is none, 0 stands too
    expect(numbersOf(toY)).toEqual([0, 0, 0, 0]);
    // d²/dx² x² = 2, x¹ 0, x⁰ 0, x³ 0
    expect(numbersOf(gradient(toX.sum(), [x])[0]).map(Math.abs)).toEqual([2, 0, 0, 0]);
  });

  it("has the mixed derivative 1/x at an exponent of 0", () => {
    // d/dy (y · x^(y - 1)) at y = 0 is x⁻¹
    const x = constant(4, "float64");
    const y = constant(0, "float64");
    const [toX] = gradient(x.pow(y), [x]);
    expect(numbersOf(gradient(toX, [y])[0])).toEqual([0.25]);
  });
});

describe("xor", () => {
  it("gives the bits that differ", () => {
    // NumPy, bitwise_xor: 13 ^ 17 = 28; 31 ^ 5 = 26
    expect(numbersOf(constant([13, 31], "int32").xor(constant([17, 5], "int32")))).toEqual([28, 26]);
    const bools = constant([true, true, false], "bool").xor(constant([true, false, false], "bool"));
    expect(numbersOf(bools)).toEqual([0, 1, 0]);
  });

  it("refuses floats", () => {
    expect(refusal(() => a.xor(b)).message).toBe(
      "xor: expected two arrays of one dtype (int32 or bool), got float64 [4] and float64 [4]. Convert one with cast.",
    );
  });
});
