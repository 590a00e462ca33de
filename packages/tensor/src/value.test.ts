import { describe, expect, it } from "vitest";
import { refusal } from "../test/refusal";
import { type Data, dtypeOf, formatType, value } from "./value";

describe("value", () => {
  it("makes arrays of nested lists", () => {
    const made = value([[1, 2, 3], [4, 5, 6]]); // biome-ignore format: a table
    expect(made).toEqual({ shape: [2, 3], dtype: "float32", data: Float32Array.of(1, 2, 3, 4, 5, 6) });
    expect(value(7).shape).toEqual([]);
    expect(value([[[1]], [[2]]]).shape).toEqual([2, 1, 1]);
    expect(value([]).shape).toEqual([0]);
    expect(value([[], []]).shape).toEqual([2, 0]);
    expect(value([1, 2, 3, 4], { shape: [2, 2] }).shape).toEqual([2, 2]);
  });

  it("makes numbers of the dtype that is asked for", () => {
    expect(value([true, false], { dtype: "bool" }).data).toEqual(Uint8Array.of(1, 0));
    expect(value([1, -2], { dtype: "int32" }).data).toEqual(Int32Array.of(1, -2));
    expect(value([0.1], { dtype: "float64" }).data).toEqual(Float64Array.of(0.1));
  });

  it("refuses numbers that the dtype cannot hold", () => {
    expect(refusal(() => value([1, 1.5], { dtype: "int32" })).message).toBe(
      "value: a number of int32 should be a whole number of 32 bits, got 1.5. Use another number, or cast the array to float32 or float64.",
    );
    expect(refusal(() => value([NaN], { dtype: "int32" })).code).toBe("bad-dtype");
    expect(refusal(() => value([2 ** 31], { dtype: "int32" })).code).toBe("bad-dtype");
    expect(refusal(() => value([0, 2], { dtype: "bool" })).message).toContain("should be 0 or 1, got 2.");
  });

  it("refuses lists that are not equally long or deep", () => {
    expect(refusal(() => value([[1, 2], [3]])).message).toBe(
      "value: nested lists should be equally long, got parts of shapes [2] and [1]. Fill the shorter one up.",
    );
    expect(refusal(() => value([1, [2]])).code).toBe("bad-shape");
    expect(refusal(() => value([[], [1]])).code).toBe("bad-shape");
  });

  it("takes a typed array as it is", () => {
    const data = new Float64Array(6);
    expect(value(data, { shape: [3, 2] }).data).toBe(data);
    expect(value(data).shape).toEqual([6]);
  });

  it("refuses a shape or dtype that the typed array does not have", () => {
    expect(refusal(() => value(new Float32Array(6), { shape: [4, 2] })).message).toBe(
      "value: shape [4, 2] holds 8 numbers, got 6. Pass as many numbers as the shape holds.",
    );
    expect(refusal(() => value(new Float32Array(6), { dtype: "float64" })).code).toBe("bad-dtype");
    expect(refusal(() => value(new Float32Array(1), { shape: [-1, -1] })).code).toBe("bad-shape");
  });

  it("refuses typed arrays that stand for no dtype", () => {
    const foreign = new Int16Array(2) as unknown as Data;
    expect(refusal(() => value(foreign)).message).toBe(
      "value: expected a Float32Array, Float64Array, Int32Array or Uint8Array (bool), got Int16Array. Copy it into one of these first.",
    );
  });
});

describe("dtypeOf and formatType", () => {
  it("name types", () => {
    const arrays = [new Float32Array(1), new Float64Array(1), new Int32Array(1), new Uint8Array(1)];
    expect(arrays.map(dtypeOf)).toEqual(["float32", "float64", "int32", "bool"]);
    expect(formatType({ shape: [2, 3], dtype: "int32" })).toBe("int32 [2, 3]");
  });
});
