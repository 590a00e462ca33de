import { describe, expect, it } from "vitest";
import { gradientErrors } from "../../test/check-gradient";
import { numbersOf } from "../../test/numbers-of";
import { refusal } from "../../test/refusal";
import { gradient } from "../gradient";
import { constant } from "../source";

const table = constant([[0, 1], [0, 5]], "float64"); // biome-ignore format: a table
// element [i, j, k] is 12 i + 4 j + k
const cube = constant(
  Float64Array.from({ length: 24 }, (_, i) => i),
  "float64",
  [2, 3, 4],
);
const point = [[[1, 2, 3], [4, 5, 7]]]; // biome-ignore format: a table

describe("sum", () => {
  it("adds up along axes, along all where none is given", () => {
    // NumPy, sum: [[0, 1], [0, 5]] is 6, along axis 0 [0, 6], along axis 1 [1, 5]
    expect(numbersOf(table.sum())).toEqual([6]);
    expect(numbersOf(table.sum(0))).toEqual([0, 6]);
    expect(numbersOf(table.sum(1))).toEqual([1, 5]);
    expect(numbersOf(table.sum(-1))).toEqual([1, 5]);
    expect(table.sum().shape).toEqual([]);
  });

  it("adds up along several axes, neighbours or not, in any order", () => {
    // over i and k of 12 i + 4 j + k: 8 elements each, Σ 12 i = 48, Σ 4 j = 32 j, Σ k = 12
    expect(numbersOf(cube.sum([0, 2]))).toEqual([60, 92, 124]);
    expect(numbersOf(cube.sum([-1, 0]))).toEqual([60, 92, 124]);
    // over j and k: 12 elements, 144 i + 48 + 18
    expect(numbersOf(cube.sum([1, 2]))).toEqual([66, 210]);
    expect(numbersOf(cube.sum([0, 1]))).toEqual([60, 66, 72, 78]);
    expect(numbersOf(cube.sum([0, 1, 2]))).toEqual([276]);
  });

  it("keeps axes as 1 where told, and does nothing along none", () => {
    expect(cube.sum([0, 2], { keep: true }).shape).toEqual([1, 3, 1]);
    expect(cube.sum([])).toBe(cube);
  });

  it("is 0 of nothing", () => {
    expect(numbersOf(constant([], "float32", [0, 2]).sum(0))).toEqual([0, 0]);
    expect(constant([], "float32", [0, 2]).sum(1).shape).toEqual([0]);
  });

  it("adds float32 up in float64 and wraps int32 around", () => {
    // 2^24 + 1 + 1 is 2^24 if each step rounds to float32
    expect(numbersOf(constant([2 ** 24, 1, 1]).sum())).toEqual([2 ** 24 + 2]);
    expect(numbersOf(constant([2147483647, 1], "int32").sum())).toEqual([-2147483648]);
  });

  it("refuses bools and axes that are not there", () => {
    expect(refusal(() => constant([true], "bool").sum()).message).toBe(
      "sum: expected numbers, got bool [1]. Convert it with cast.",
    );
    expect(refusal(() => table.sum(2)).message).toBe("sum: axis 2 is outside an array of 2 axes. Use -2 to 1.");
    expect(refusal(() => table.sum(0.5)).code).toBe("bad-shape");
  });

  it("has the gradients of finite differences", () => {
    expect(gradientErrors((x) => x.sum(0).exp(), [[[0.1, 0.2], [0.3, 0.4]]])).toEqual([]); // biome-ignore format: a table
    const smooth = (axes: number[]) => gradientErrors((x) => x.reshape([1, 2, 3]).sum(axes).sin(), point);
    expect(smooth([0, 2])).toEqual([]);
    expect(smooth([1])).toEqual([]);
  });
});

describe("mean", () => {
  it("divides the sum by the number of elements", () => {
    // NumPy, mean: [[1, 2], [3, 4]] is 2.5, along axis 0 [2, 3], along axis 1 [1.5, 3.5]
    const x = constant([[1, 2], [3, 4]]); // biome-ignore format: a table
    expect(numbersOf(x.mean())).toEqual([2.5]);
    expect(numbersOf(x.mean(0))).toEqual([2, 3]);
    expect(numbersOf(x.mean(1, { keep: true }))).toEqual([1.5, 3.5]);
    expect(x.mean(1, { keep: true }).shape).toEqual([2, 1]);
  });

  it("is NaN of nothing, as NumPy's", () => {
    expect(numbersOf(constant([], "float32", [0, 2]).mean(0))).toEqual([NaN, NaN]);
  });

  it("has the gradients of finite differences", () => {
    expect(gradientErrors((x) => x.mean(1).mul(x.mean()), point)).toEqual([]);
  });
});

describe("max", () => {
  it("takes the largest along axes", () => {
    // NumPy, max: arange(4).reshape(2, 2) is 3, along axis 0 [2, 3], along axis 1 [1, 3]
    const x = constant([[0, 1], [2, 3]]); // biome-ignore format: a table
    expect(numbersOf(x.max())).toEqual([3]);
    expect(numbersOf(x.max(0))).toEqual([2, 3]);
    expect(numbersOf(x.max(-1))).toEqual([1, 3]);
    expect(numbersOf(cube.max([0, 2]))).toEqual([15, 19, 23]);
    expect(cube.max(1, { keep: true }).shape).toEqual([2, 1, 4]);
  });

  it("is NaN where any is, and works on int32", () => {
    expect(numbersOf(constant([[1, NaN], [2, 3]]).max(1))).toEqual([NaN, 3]); // biome-ignore format: a table
    expect(numbersOf(constant([-5, -7], "int32").max())).toEqual([-5]);
  });

  it("refuses nothing, bools and axes that are not there", () => {
    expect(refusal(() => constant([], "float32", [2, 0]).max(1)).message).toBe(
      "max: [2, 0] has no elements along the axes [1]. There must be at least one.",
    );
    expect(constant([], "float32", [0, 2]).max(1).shape).toEqual([0]);
    expect(refusal(() => constant([true], "bool").max()).code).toBe("bad-dtype");
    expect(refusal(() => table.max(-3)).code).toBe("bad-shape");
  });

  it("has the gradients of finite differences away from ties", () => {
    expect(gradientErrors((x) => x.max(1).pow(2), point)).toEqual([]);
    expect(gradientErrors((x) => x.max(), point)).toEqual([]);
  });

  it("shares the gradient evenly among equals", () => {
    const x = constant([3, 1, 3, 3], "float64");
    const third = 1 / 3;
    expect(numbersOf(gradient(x.max(), [x])[0])).toEqual([third, 0, third, third]);
  });
});

describe("argmax", () => {
  it("tells where the largest stands, the first of equals", () => {
    // NumPy, argmax: arange(6).reshape(2, 3) + 10 along axis 0 is [1, 1, 1], along axis 1 [2, 2]; [0, 5, 2, 3, 4, 5] is 1
    const x = constant([[10, 11, 12], [13, 14, 15]]); // biome-ignore format: a table
    expect(numbersOf(x.argmax(0))).toEqual([1, 1, 1]);
    expect(numbersOf(x.argmax())).toEqual([2, 2]);
    const ties = constant([0, 5, 2, 3, 4, 5]).argmax();
    expect([ties.dtype, ties.shape, numbersOf(ties)]).toEqual(["int32", [], [1]]);
  });

  it("takes NaN for the largest", () => {
    expect(numbersOf(constant([1, NaN, 9, NaN]).argmax())).toEqual([1]);
  });

  it("refuses an axis without elements", () => {
    expect(refusal(() => constant([], "float32", [0]).argmax()).message).toBe(
      "argmax: axis 0 of [0] is empty. There must be at least one element.",
    );
    expect(refusal(() => constant(1).argmax()).code).toBe("bad-shape");
  });
});
