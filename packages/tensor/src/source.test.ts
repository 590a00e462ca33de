import { describe, expect, it } from "vitest";
import { numbersOf } from "../test/numbers-of";
import { refusal } from "../test/refusal";
import { evaluate } from "./run";
import { constant, input, iota } from "./source";
import { value } from "./value";

describe("constant", () => {
  it("holds lists, typed arrays and values", () => {
    expect(numbersOf(constant([[1, 2], [3, 4]]))).toEqual([1, 2, 3, 4]); // biome-ignore format: a table
    expect(constant([[1, 2], [3, 4]]).shape).toEqual([2, 2]); // biome-ignore format: a table
    expect(constant(new Int32Array(6), "int32", [2, 3]).shape).toEqual([2, 3]);
    expect(constant(value([1, 2], { dtype: "float64" })).dtype).toBe("float64");
    expect(constant(5).shape).toEqual([]);
  });

  it("refuses a value whose data do not fill its shape or are of another dtype", () => {
    const error = refusal(() => constant({ shape: [2], dtype: "float32", data: new Float32Array(3) }));
    expect(error.message).toBe(
      "constant: a value of float32 [2] should hold 2 numbers of float32, got 3 of float32. Make it with value().",
    );
    expect(refusal(() => constant({ shape: [2], dtype: "float32", data: new Float64Array(2) })).code).toBe("bad-data");
  });
});

describe("input", () => {
  const x = input("x", { shape: [2], dtype: "float32" });

  it("takes its value when the graph is evaluated", () => {
    expect(numbersOf(x.mul(2), new Map([[x, value([1, 2])]]))).toEqual([2, 4]);
  });

  it("is missed by name", () => {
    const error = refusal(() => evaluate([x.mul(2)]));
    expect(error.code).toBe("missing-input");
    expect(error.message).toBe('evaluate: the input "x" (float32 [2]) has no value. Pass one in the map of inputs.');
  });

  it("refuses a value of another type, or one that its data do not fill", () => {
    const error = refusal(() => evaluate([x], new Map([[x, value([1, 2, 3])]])));
    expect(error.message).toBe('evaluate: "x" should be float32 [2], got float32 [3]. Pass a value of that type.');
    expect(refusal(() => evaluate([x], new Map([[x, value(new Float64Array(2))]]))).code).toBe("bad-data");
    const short = { shape: [2], dtype: "float32", data: new Float32Array(1) } as const;
    expect(refusal(() => evaluate([x], new Map([[x, short]]))).code).toBe("bad-data");
  });

  it("refuses a shape that is none", () => {
    expect(refusal(() => input("x", { shape: [-1], dtype: "float32" })).code).toBe("bad-shape");
    expect(refusal(() => input("x", { shape: [0.5], dtype: "float32" })).message).toBe(
      "input: a shape holds whole numbers from 0 up, got [0.5]. Check the sizes it is made from.",
    );
  });
});

describe("iota", () => {
  it("counts along one axis", () => {
    expect(numbersOf(iota([4]))).toEqual([0, 1, 2, 3]);
    expect(numbersOf(iota([2, 3], 0))).toEqual([0, 0, 0, 1, 1, 1]);
    expect(numbersOf(iota([2, 3], -1, "float64"))).toEqual([0, 1, 2, 0, 1, 2]);
    expect(iota([2]).dtype).toBe("int32");
    expect(numbersOf(iota([0]))).toEqual([]);
  });

  it("refuses an axis that is not there, and bools", () => {
    expect(refusal(() => iota([], 0)).code).toBe("bad-shape");
    expect(refusal(() => iota([2], 1)).message).toBe("iota: axis 1 is outside an array of 1 axes. Use -1 to 0.");
    expect(refusal(() => iota([2], 0, "bool")).code).toBe("bad-shape");
  });
});
