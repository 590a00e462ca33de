import { describe, expect, it } from "vitest";
import { Heap } from "./heap";

describe("the memory of a program", () => {
  it("grows and keeps what is there", () => {
    const heap = new Heap(false);
    const first = heap.reserve(8);
    heap.write(first, Float64Array.of(2.5));
    const second = heap.reserve(1_000_000);
    heap.write(second, Int32Array.of(-7));
    expect([...heap.read(first, "float64", 1), ...heap.read(second, "int32", 1)]).toEqual([2.5, -7]);
  });

  it("keeps bools as masks", () => {
    const heap = new Heap(false);
    const at = heap.reserve(12);
    heap.write(at, Uint8Array.of(1, 0, 1));
    expect([...heap.read(at, "int32", 3)]).toEqual([-1, 0, -1]);
    expect([...heap.read(at, "bool", 3)]).toEqual([1, 0, 1]);
  });

  it("says how much is missing where there is not enough", () => {
    const heap = new Heap(false);
    const refusal = { name: "NeuriteError", code: "too-large", message: expect.stringContaining("5121 MB") };
    expect(() => heap.reserve(5 * 2 ** 30)).toThrow(expect.objectContaining(refusal));
  });
});
