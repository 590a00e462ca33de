import { describe, expect, it } from "vitest";
import { maxout } from "./maxout";
import { slopesOf, traced, valuesOf } from "./run-activation";

describe("maxout", () => {
  it("takes the largest of neighbours", () => {
    const x = [1, 5, 2, -7, -8, -9];
    expect(valuesOf(maxout(), x, { shape: [1, 6] })).toEqual([5, 2, -8]);
    expect(valuesOf(maxout({ pieces: 3 }), x, { shape: [1, 6] })).toEqual([5, -7]);
    expect(valuesOf(maxout({ pieces: 1 }), x, { shape: [1, 6] })).toEqual(x);
  });

  it("hands the gradient to the largest, and shares it among equals", () => {
    expect(slopesOf(maxout(), [1, 5, 2, 2], { shape: [1, 4] })).toEqual([0, 1, 0.5, 0.5]);
  });

  it("keeps what stands before the last axis", () => {
    expect(traced(maxout({ pieces: 3 }), new Array<number>(12).fill(1), { shape: [1, 2, 6] }).y.shape).toEqual([
      1, 2, 2,
    ]);
  });

  it("refuses pieces that are no whole number, or do not divide the last axis", () => {
    expect(() => maxout({ pieces: 0 })).toThrow('maxout: "pieces" should be a whole number above 0, got 0.');
    expect(() => traced(maxout({ pieces: 3 }), [1, 2, 3, 4], { shape: [1, 4] })).toThrow(
      "maxout: the last axis should be a multiple of 3, got 4 (shape [1, 4]). Give the layer before it 3 units for each one that should come out.",
    );
  });
});
