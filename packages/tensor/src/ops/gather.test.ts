import { describe, expect, it } from "vitest";
import { gradientErrors } from "../../test/check-gradient";
import { numbersOf } from "../../test/numbers-of";
import { refusal } from "../../test/refusal";
import { constant } from "../source";

const indices = (list: number[] | number[][] | number) => constant(list, "int32");
const table = constant([[1, 2, 3], [4, 5, 6]], "float64"); // biome-ignore format: a table

describe("gather", () => {
  it("picks along an axis", () => {
    // NumPy, take: [4, 3, 5, 7, 6, 8] at [0, 1, 4] gives [4, 3, 6]; at [[0, 1], [2, 3]] [[4, 3], [5, 7]]
    const line = constant([4, 3, 5, 7, 6, 8]);
    expect(numbersOf(line.gather(indices([0, 1, 4])))).toEqual([4, 3, 6]);
    const square = line.gather(indices([[0, 1], [2, 3]])); // biome-ignore format: a table
    expect([square.shape, numbersOf(square)]).toEqual([
      [2, 2],
      [4, 3, 5, 7],
    ]);
    expect(numbersOf(table.gather(indices([2, 0]), 1))).toEqual([3, 1, 6, 4]);
    expect(numbersOf(table.gather(indices([2, 0]), -1))).toEqual([3, 1, 6, 4]);
    expect(table.gather(indices(1)).shape).toEqual([3]);
  });

  it("moves an index outside to the nearest one", () => {
    // NumPy, take with mode "clip"
    expect(numbersOf(constant([4, 3, 5]).gather(indices([-7, 1, 2147483647])))).toEqual([4, 3, 5]);
  });

  it("picks nothing from nothing", () => {
    expect(table.gather(constant([], "int32", [0])).shape).toEqual([0, 3]);
    expect(numbersOf(constant([], "float32", [0]).gather(constant([], "int32", [0])))).toEqual([]);
  });

  it("refuses indices that are not int32, an axis that is not there, and an empty one", () => {
    expect(refusal(() => table.gather(constant([0]))).message).toBe(
      "gather: indices are int32, got float32 [1]. Convert them with cast.",
    );
    expect(refusal(() => table.gather(indices([0]), 2)).code).toBe("bad-shape");
    expect(refusal(() => constant([], "float32", [0, 3]).gather(indices([0]))).message).toBe(
      "gather: axis 0 of [0, 3] is empty, so there is nothing to pick. Pass at least one element.",
    );
  });

  it("has the gradients of finite differences, repeated and clamped indices too", () => {
    const point = [[[1, 2, 3], [4, 5, 6]]]; // biome-ignore format: a table
    const options = { tolerance: 1e-6 };
    expect(gradientErrors((x) => x.gather(indices([1, 1, 9])).pow(3), point, options)).toEqual([]);
    expect(gradientErrors((x) => x.gather(indices([[2, 0], [0, 1]]), 1).pow(3), point, options)).toEqual([]); // biome-ignore format: a table
  });
});

describe("scatterAdd", () => {
  it("adds up at indices", () => {
    // NumPy, add.at: zeros(4) at [0, 1, 1] plus [10, 20, 30] gives [10, 50, 0, 0]
    expect(numbersOf(constant([10, 20, 30]).scatterAdd(indices([0, 1, 1]), 0, 4))).toEqual([10, 50, 0, 0]);
    const columns = table.scatterAdd(indices([1, 1, 0]), 1, 2);
    // row by row: element 2 at 0, elements 0 and 1 at 1
    expect(numbersOf(columns)).toEqual([3, 3, 6, 9]);
    expect(numbersOf(table.scatterAdd(indices([1, 1, 0]), -1, 2))).toEqual([3, 3, 6, 9]);
  });

  it("takes indices of several axes, or of none", () => {
    // indices [[0, 1], [1, 0]] of updates [[1, 2], [3, 4]]: 1 + 4 at 0, 2 + 3 at 1
    const square = constant([[1, 2], [3, 4]]); // biome-ignore format: a table
    expect(numbersOf(square.scatterAdd(indices([[0, 1], [1, 0]]), 0, 2))).toEqual([5, 5]); // biome-ignore format: a table
    expect(numbersOf(constant([7, 8]).scatterAdd(indices(1), 0, 2))).toEqual([0, 0, 7, 8]);
  });

  it("clamps indices and adds nothing where there is none", () => {
    expect(numbersOf(constant([1, 2]).scatterAdd(indices([-5, 5]), 0, 3))).toEqual([1, 0, 2]);
    expect(numbersOf(constant([], "float32", [0]).scatterAdd(constant([], "int32", [0]), 0, 2))).toEqual([0, 0]);
  });

  it("refuses axes that do not match, no room, bools and an axis outside", () => {
    expect(refusal(() => table.scatterAdd(indices([0, 1, 2]), 0, 4)).message).toBe(
      "scatterAdd: from axis 0 on, updates [2, 3] should have the axes of the indices [3]. Reshape one of them.",
    );
    expect(refusal(() => constant([1]).scatterAdd(indices([0]), 0, 0)).code).toBe("bad-shape");
    expect(refusal(() => constant([1]).scatterAdd(indices([0]), 0, -1)).code).toBe("bad-shape");
    expect(refusal(() => constant([1]).scatterAdd(indices([0]), 1, 2)).code).toBe("bad-shape");
    expect(refusal(() => constant([true], "bool").scatterAdd(indices([0]), 0, 2)).code).toBe("bad-dtype");
    expect(refusal(() => constant([1]).scatterAdd(constant([0]), 0, 2)).code).toBe("bad-dtype");
  });

  it("has the gradients of finite differences", () => {
    const point = [[[1, 2, 3], [4, 5, 6]]]; // biome-ignore format: a table
    const options = { tolerance: 1e-6 };
    expect(gradientErrors((x) => x.scatterAdd(indices([1, 1, 0]), 1, 2).pow(3), point, options)).toEqual([]);
  });
});
