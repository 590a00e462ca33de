import { describe, expect, it } from "vitest";
import { gradientErrors } from "../../test/check-gradient";
import { numbersOf } from "../../test/numbers-of";
import { refusal } from "../../test/refusal";
import { gradient } from "../gradient";
import { constant } from "../source";

const x = constant([-1.7, -0.2, 0, 0.2, 1.7], "float64");

describe("neg, abs, sign and floor", () => {
  it("work element by element", () => {
    expect(numbersOf(x.neg())).toEqual([1.7, 0.2, -0, -0.2, -1.7]);
    expect(numbersOf(x.abs())).toEqual([1.7, 0.2, 0, 0.2, 1.7]);
    expect(numbersOf(x.sign())).toEqual([-1, -1, 0, 1, 1]);
    // NumPy, floor: [-1.7, -1.5, -0.2, 0.2, 1.5, 1.7, 2.0] gives [-2, -2, -1, 0, 1, 1, 2]
    const y = constant([-1.7, -1.5, -0.2, 0.2, 1.5, 1.7, 2], "float64");
    expect(numbersOf(y.floor())).toEqual([-2, -2, -1, 0, 1, 1, 2]);
  });

  it("work on int32, whose smallest number is its own opposite", () => {
    const whole = constant([-3, 0, 5, -2147483648], "int32");
    expect(numbersOf(whole.neg())).toEqual([3, 0, -5, -2147483648]);
    expect(numbersOf(whole.abs())).toEqual([3, 0, 5, -2147483648]);
    expect(numbersOf(whole.sign())).toEqual([-1, 0, 1, -1]);
  });

  it("have the gradients of finite differences; abs has 0 at 0", () => {
    expect(gradientErrors((t) => t.neg().mul(t), [[-1, 0, 2]])).toEqual([]);
    expect(gradientErrors((t) => t.abs().mul(t), [[-1, -0.5, 2]])).toEqual([]);
    expect(numbersOf(gradient(x.abs().sum(), [x])[0])).toEqual([-1, -1, 0, 1, 1]);
  });

  it("let nothing flow through the steps of sign and floor", () => {
    expect(numbersOf(gradient(x.sign().add(x.floor()).sum(), [x])[0])).toEqual([0, 0, 0, 0, 0]);
  });

  it("refuse bools, floor whole numbers too", () => {
    expect(refusal(() => constant([true], "bool").neg()).message).toBe(
      "neg: expected float32 or float64 or int32, got bool [1]. Convert it with cast.",
    );
    expect(refusal(() => constant([true], "bool").abs()).code).toBe("bad-dtype");
    expect(refusal(() => constant([1], "int32").floor()).code).toBe("bad-dtype");
    expect(refusal(() => constant([1], "int32").sqrt()).code).toBe("bad-dtype");
  });
});

describe("sqrt", () => {
  it("is the root, NaN below 0", () => {
    // NumPy, sqrt: [1, 4, 9] gives [1, 2, 3]; [4, -1, inf] gives [2, nan, inf]
    expect(numbersOf(constant([1, 4, 9, -1, Infinity], "float64").sqrt())).toEqual([1, 2, 3, NaN, Infinity]);
  });

  it("has the gradients of finite differences, and an infinite slope at 0", () => {
    expect(gradientErrors((t) => t.sqrt(), [[0.5, 1, 4]])).toEqual([]);
    const zero = constant([0], "float64");
    // 1 / (2 √0)
    expect(numbersOf(gradient(zero.sqrt().sum(), [zero])[0])).toEqual([Infinity]);
  });
});

describe("cast", () => {
  it("goes towards zero for int32, wraps, and makes 0 of NaN", () => {
    const floats = constant([1.9, -1.9, NaN, 4294967297, Infinity], "float64");
    expect(numbersOf(floats.cast("int32"))).toEqual([1, -1, 0, 1, 0]);
  });

  it("asks whether it is not 0 for bool", () => {
    expect(numbersOf(constant([0, -0, 0.1, NaN, 256], "float64").cast("bool"))).toEqual([0, 0, 1, 1, 1]);
    expect(numbersOf(constant([true, false], "bool").cast("float32"))).toEqual([1, 0]);
  });

  it("rounds to float32", () => {
    expect(numbersOf(constant([0.1], "float64").cast("float32"))).toEqual([0.10000000149011612]);
  });

  it("is the tensor itself where it has the dtype", () => {
    expect(x.cast("float64")).toBe(x);
  });

  it("carries gradients between floats only", () => {
    const narrow = constant([1, 2], "float32");
    const [slope] = gradient(narrow.cast("float64").mul(3).sum(), [narrow]);
    expect([slope.dtype, numbersOf(slope)]).toEqual(["float32", [3, 3]]);
    expect(numbersOf(gradient(x.cast("int32").cast("float64").sum(), [x])[0])).toEqual([0, 0, 0, 0, 0]);
  });
});

describe("stopGradient", () => {
  it("keeps the value and stops what flows back", () => {
    expect(numbersOf(x.stopGradient())).toEqual([-1.7, -0.2, 0, 0.2, 1.7]);
    // d/dx (stop(x) · x) is stop(x)
    expect(numbersOf(gradient(x.stopGradient().mul(x).sum(), [x])[0])).toEqual([-1.7, -0.2, 0, 0.2, 1.7]);
  });
});

describe("shift", () => {
  const bits = constant([1, -1, 5], "int32");

  it("moves bits to the left, and to the right with zeros", () => {
    // NumPy, left_shift: 5 << 2 is 20
    expect(numbersOf(bits.shift(2))).toEqual([4, -4, 20]);
    // -1 has all 32 bits; 4 of them remain
    expect(numbersOf(bits.shift(-28))).toEqual([0, 15, 0]);
    expect(numbersOf(bits.shift(31))).toEqual([-2147483648, -2147483648, -2147483648]);
    expect(numbersOf(bits.shift(0))).toEqual([1, -1, 5]);
  });

  it("refuses more than 31 places, parts of one, and floats", () => {
    expect(refusal(() => bits.shift(32)).message).toBe(
      'shift: "by" should be a whole number from -31 to 31, got 32. An int32 has 32 bits.',
    );
    expect(refusal(() => bits.shift(0.5)).code).toBe("bad-argument");
    expect(refusal(() => x.shift(1)).code).toBe("bad-dtype");
  });
});
