import { describe, expect, it } from "vitest";
import { gradientErrors } from "../../test/check-gradient";
import { numbersOf } from "../../test/numbers-of";
import { refusal } from "../../test/refusal";
import { gradient } from "../gradient";
import { concat, constant, stack } from "../source";

// NumPy, arange(6).reshape(2, 3)
const table = constant([[0, 1, 2], [3, 4, 5]], "float64"); // biome-ignore format: a table

describe("reshape", () => {
  it("keeps the order and works one side out", () => {
    expect(table.reshape([3, -1]).shape).toEqual([3, 2]);
    expect(numbersOf(table.reshape([3, 2]))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(table.reshape([6, 1, 1]).shape).toEqual([6, 1, 1]);
    expect(constant(7).reshape([1, 1]).shape).toEqual([1, 1]);
    expect(table.reshape([2, 3])).toBe(table);
  });

  it("works on no elements", () => {
    const none = constant([], "float32", [0, 3]);
    expect(none.reshape([-1, 3]).shape).toEqual([0, 3]);
    expect(none.reshape([5, 0, 2]).shape).toEqual([5, 0, 2]);
  });

  it("refuses another number of elements", () => {
    expect(refusal(() => table.reshape([4, 2])).message).toBe(
      "reshape: [2, 3] has 6 elements and [4, 2] 8. Use a shape of as many elements.",
    );
    const open = "Leave one side open, the others dividing the elements.";
    expect(refusal(() => table.reshape([4, -1])).message).toBe(
      `reshape: 6 elements ([2, 3]) do not determine the -1 in [4, -1]. ${open}`,
    );
    expect(refusal(() => table.reshape([-1, -1])).code).toBe("bad-shape");
    expect(refusal(() => table.reshape([0, -1])).code).toBe("bad-shape");
    expect(refusal(() => table.reshape([-2, -3])).code).toBe("bad-shape");
    expect(refusal(() => table.reshape([1.5, 4])).code).toBe("bad-shape");
  });

  it("has the gradients of finite differences", () => {
    expect(gradientErrors((x) => x.reshape([3, 2]).mul(x.reshape([3, 2])), [[1, 2, 3, 4, 5, 6]])).toEqual([]);
  });
});

describe("transpose", () => {
  it("reverses the axes, or puts them in an order", () => {
    expect(numbersOf(table.transpose())).toEqual([0, 3, 1, 4, 2, 5]);
    // NumPy, transpose: ones((1, 2, 3)) with axes (1, 0, 2) has shape (2, 1, 3)
    const cube = constant(new Float64Array(6).fill(1), "float64", [1, 2, 3]);
    expect(cube.transpose([1, 0, 2]).shape).toEqual([2, 1, 3]);
    expect(cube.transpose().shape).toEqual([3, 2, 1]);
  });

  it("moves every element of three axes to its place", () => {
    const cube = constant(
      Float64Array.from({ length: 24 }, (_, i) => i),
      "float64",
      [2, 3, 4],
    );
    const turned = numbersOf(cube.transpose([2, 0, 1]));
    // element [k, i, j] of the result is element [i, j, k] = 12 i + 4 j + k
    const expected = [0, 1, 2, 3].flatMap((k) => [0, 1].flatMap((i) => [0, 1, 2].map((j) => 12 * i + 4 * j + k)));
    expect(turned).toEqual(expected);
  });

  it("counts negative axes from the end", () => {
    expect(table.transpose([-1, 0]).shape).toEqual([3, 2]);
    expect(table.transpose([-2, -1])).toBe(table);
  });

  it("refuses an order that is not one", () => {
    expect(refusal(() => table.transpose([0, 0])).message).toBe(
      "transpose: the order should name each of the 2 axes of [2, 3] once, got [0, 0]. List 0 to 1.",
    );
    expect(refusal(() => table.transpose([0])).code).toBe("bad-shape");
    expect(refusal(() => table.transpose([0, 2])).code).toBe("bad-shape");
    expect(refusal(() => table.transpose([0, 1, 2])).code).toBe("bad-shape");
  });

  it("has the gradients of finite differences", () => {
    const point = [[[1, 2, 3], [4, 5, 6]]]; // biome-ignore format: a table
    expect(gradientErrors((x) => x.transpose().mul(x.transpose()), point)).toEqual([]);
    expect(gradientErrors((x) => x.reshape([1, 2, 3]).transpose([2, 0, 1]).exp(), point)).toEqual([]);
  });
});

describe("broadcast", () => {
  it("repeats sides of 1 and absent axes in front", () => {
    // NumPy, broadcast_to: [1, 2, 3] to (3, 3)
    expect(numbersOf(constant([1, 2, 3]).broadcast([3, 3]))).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3]);
    expect(numbersOf(constant([[1], [2]]).broadcast([2, 3]))).toEqual([1, 1, 1, 2, 2, 2]);
    expect(numbersOf(constant([[[1]], [[2]]]).broadcast([2, 2, 2]))).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
    expect(numbersOf(constant(5, "int32").broadcast([2, 2]))).toEqual([5, 5, 5, 5]);
    expect(constant([1]).broadcast([0]).shape).toEqual([0]);
  });

  it("refuses what does not stretch", () => {
    expect(refusal(() => table.broadcast([2, 6])).message).toBe(
      "broadcast: [2, 3] does not stretch to [2, 6]. Only sides of 1 are repeated.",
    );
    expect(refusal(() => table.broadcast([3])).code).toBe("bad-shape");
    expect(refusal(() => table.broadcast([3, 2])).code).toBe("bad-shape");
    expect(refusal(() => constant([1]).broadcast([-1])).code).toBe("bad-shape");
    expect(refusal(() => constant([1]).broadcast([2 ** 40, 2 ** 40])).code).toBe("too-large");
  });

  it("sums gradients up over what it repeated", () => {
    expect(gradientErrors((x) => x.broadcast([2, 3]).exp(), [[[1], [2]]])).toEqual([]);
    expect(gradientErrors((x) => x.broadcast([4, 2, 3]).exp(), [[0.1, 0.2, 0.3]])).toEqual([]);
    expect(gradientErrors((x) => x.broadcast([2, 1, 2]).exp(), [[[[1]], [[2]]]])).toEqual([]);
    const x = constant([3], "float64");
    // nothing comes back from 0 copies
    expect(numbersOf(gradient(x.broadcast([0]).sum(), [x])[0])).toEqual([0]);
  });
});

describe("concat and stack", () => {
  it("join along an axis, old or new", () => {
    // NumPy, concatenate: [[1, 2], [3, 4]] and [[5, 6]] along axis 0; with its transpose along axis 1
    const a = constant([[1, 2], [3, 4]]); // biome-ignore format: a table
    const b = constant([[5, 6]]);
    expect(numbersOf(concat([a, b]))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(numbersOf(concat([a, b.transpose()], 1))).toEqual([1, 2, 5, 3, 4, 6]);
    expect(numbersOf(concat([a, b.transpose()], -1))).toEqual([1, 2, 5, 3, 4, 6]);
    // NumPy, stack: [1, 2, 3] and [4, 5, 6] along axis 0 and -1
    const [c, d] = [constant([1, 2, 3]), constant([4, 5, 6])];
    expect(stack([c, d]).shape).toEqual([2, 3]);
    expect(numbersOf(stack([c, d], -1))).toEqual([1, 4, 2, 5, 3, 6]);
    expect(stack([constant(1), constant(2)]).shape).toEqual([2]);
  });

  it("join empty parts", () => {
    expect(numbersOf(concat([constant([], "float32", [0, 2]), constant([[1, 2]])]))).toEqual([1, 2]);
    expect(concat([constant([], "float32", [2, 0]), constant([], "float32", [2, 0])], 1).shape).toEqual([2, 0]);
  });

  it("refuse other shapes, dtypes, axes and nothing at all", () => {
    const error = refusal(() => concat([table, constant([[1, 2]], "float64")]));
    expect(error.message).toBe(
      "concat: arrays should agree in dtype and in all axes but 0, got float64 [2, 3] and float64 [1, 2]. Reshape or cast one of them.",
    );
    expect(error.code).toBe("bad-shape");
    expect(refusal(() => concat([constant([1]), constant([1], "int32")])).code).toBe("bad-dtype");
    expect(refusal(() => concat([table], 2)).message).toBe(
      "concat: axis 2 is outside an array of 2 axes. Use -2 to 1.",
    );
    expect(refusal(() => concat([constant(1), constant(2)])).message).toBe(
      "concat: axis 0 is outside an array of 0 axes. Reshape it first.",
    );
    expect(refusal(() => concat([])).code).toBe("bad-argument");
    expect(refusal(() => stack([table, table.transpose()])).code).toBe("bad-shape");
  });

  it("have the gradients of finite differences", () => {
    const points = [[[1, 2], [3, 4]], [[0.5], [0.25]]]; // biome-ignore format: tables
    expect(gradientErrors((x, y) => concat([x, y, x], 1).exp(), points)).toEqual([]);
    expect(gradientErrors((x, y) => stack([x, y.broadcast([2, 2])], 1).exp(), points)).toEqual([]);
  });
});
