import { describe, expect, it } from "vitest";
import { gradientErrors } from "../../test/check-gradient";
import { numbersOf } from "../../test/numbers-of";
import { refusal } from "../../test/refusal";
import { gradient } from "../gradient";
import { constant } from "../source";

describe("minimum and maximum", () => {
  it("give the smaller and the larger of both", () => {
    // NumPy, maximum: [2, 3, 4] and [1, 5, 2] give [2, 5, 4]; minimum: [1, 3, 2]
    const [a, b] = [constant([2, 3, 4]), constant([1, 5, 2])];
    expect(numbersOf(a.maximum(b))).toEqual([2, 5, 4]);
    expect(numbersOf(a.minimum(b))).toEqual([1, 3, 2]);
  });

  it("are NaN where either is", () => {
    // NumPy, maximum: [nan, 0, nan] and [0, nan, nan] give three NaN
    const [a, b] = [constant([NaN, 0, NaN]), constant([0, NaN, NaN])];
    expect(numbersOf(a.maximum(b))).toEqual([NaN, NaN, NaN]);
    expect(numbersOf(a.minimum(b))).toEqual([NaN, NaN, NaN]);
  });

  it("work on int32 and bool, and refuse two dtypes", () => {
    expect(numbersOf(constant([3, -3], "int32").maximum(0))).toEqual([3, 0]);
    expect(numbersOf(constant([true, false], "bool").minimum(constant([true, true], "bool")))).toEqual([1, 0]);
    expect(refusal(() => constant([1]).maximum(constant([1], "float64"))).code).toBe("bad-dtype");
  });

  it("have the gradients of finite differences away from ties", () => {
    const points = [
      [1, -2, 3],
      [0.5, 1.5, -2.5],
    ];
    expect(gradientErrors((x, y) => x.maximum(y).mul(x), points)).toEqual([]);
    expect(gradientErrors((x, y) => x.minimum(y).mul(y), points)).toEqual([]);
  });

  it("send the gradient of a tie to the second", () => {
    const [a, b] = [constant([1, 2], "float64"), constant([1, 1], "float64")];
    for (const op of ["maximum", "minimum"] as const) {
      const [toA, toB] = gradient(a[op](b).sum(), [a, b]);
      expect(numbersOf(toA)[0]).toBe(0);
      expect(numbersOf(toB)[0]).toBe(1);
    }
  });

  it("make relu's slope 0 at 0 and for negative numbers", () => {
    const x = constant([-1, 0, 2], "float64");
    expect(numbersOf(gradient(x.maximum(0).sum(), [x])[0])).toEqual([0, 0, 1]);
  });
});

describe("less and equal", () => {
  it("compare element by element and give bools", () => {
    // NumPy, less: [1, 2] < [2, 2] is [True, False]; equal: [0, 1, 3] == [0, 1, 2] is [True, True, False]
    const smaller = constant([1, 2]).less(constant([2, 2]));
    expect(smaller.dtype).toBe("bool");
    expect(numbersOf(smaller)).toEqual([1, 0]);
    expect(numbersOf(constant([0, 1, 3], "int32").equal(constant([0, 1, 2], "int32")))).toEqual([1, 1, 0]);
  });

  it("are false for NaN, and take -0 for 0", () => {
    const x = constant([NaN, 0], "float64");
    expect(numbersOf(x.equal(constant([NaN, -0], "float64")))).toEqual([0, 1]);
    expect(numbersOf(x.less(1))).toEqual([0, 1]);
  });

  it("stop gradients and refuse two dtypes", () => {
    const x = constant([1, 2], "float64");
    expect(numbersOf(gradient(x.less(1.5).cast("float64").sum(), [x])[0])).toEqual([0, 0]);
    expect(refusal(() => x.less(constant([1, 2]))).message).toBe(
      "less: expected two arrays of one dtype, got float64 [2] and float32 [2]. Convert one with cast.",
    );
  });
});

describe("where", () => {
  const holds = constant([true, false, true], "bool");

  it("chooses element by element and stretches all three", () => {
    expect(numbersOf(holds.where(constant([1, 2, 3]), constant([10, 20, 30])))).toEqual([1, 20, 3]);
    // NumPy, where: [[True, False], [True, True]] of [[1, 2], [3, 4]] and [[9, 8], [7, 6]] is [[1, 8], [3, 4]]
    const table = constant([[1, 0], [1, 1]], "bool"); // biome-ignore format: a table
    expect(numbersOf(table.where(constant([[1, 2], [3, 4]]), constant([[9, 8], [7, 6]])))).toEqual([1, 8, 3, 4]); // biome-ignore format: tables
    expect(holds.where(constant([[1], [2]]), 0).shape).toEqual([2, 3]);
  });

  it("takes a number for one choice, and not for both", () => {
    expect(numbersOf(holds.where(1, constant([5, 6, 7], "int32")))).toEqual([1, 6, 1]);
    expect(refusal(() => holds.where(1, 2)).message).toBe(
      "where: one of the two choices should be a tensor, got the numbers 1 and 2. Use cast and arithmetic for two numbers.",
    );
  });

  it("refuses a condition that is not bool, and two dtypes", () => {
    expect(refusal(() => constant([1]).where(constant([1]), 0)).code).toBe("bad-dtype");
    expect(refusal(() => holds.where(constant([1]), constant([1], "float64"))).code).toBe("bad-dtype");
  });

  it("lets no NaN through from what is not chosen", () => {
    expect(numbersOf(holds.where(constant([1, NaN, 3]), constant([NaN, 2, NaN])))).toEqual([1, 2, 3]);
    const x = constant([NaN, 2, NaN], "float64");
    // only the second element is chosen from x
    expect(numbersOf(gradient(holds.where(0, x).sum(), [x])[0])).toEqual([0, 1, 0]);
  });

  it("has the gradients of finite differences", () => {
    const points = [
      [1, -2, 3],
      [0.5, 1.5, -2.5],
    ];
    expect(gradientErrors((x, y) => holds.where(x.mul(y), y.mul(y)), points)).toEqual([]);
  });
});
