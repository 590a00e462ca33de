import { describe, expect, it } from "vitest";
import { glu } from "./glu";
import { distance, slopesOf, traced, valuesOf } from "./run-activation";

describe("glu", () => {
  it("multiplies the first half by the sigmoid of the second", () => {
    // torch.nn.functional.glu: 1 · sigmoid(0), -2 · sigmoid(1.5)
    const shape = [1, 4];
    expect(distance(valuesOf(glu, [1, -2, 0, 1.5], { shape }), [0.5, -1.6351489523872873])).toBeLessThan(1e-15);
    // sigmoid(b), and a · sigmoid(b) (1 - sigmoid(b))
    const slopes = [0.5, 0.8175744761936437, 0.25, -0.2982929041406657];
    expect(distance(slopesOf(glu, [1, -2, 0, 1.5], { shape }), slopes)).toBeLessThan(1e-15);
  });

  it("halves the last axis, whatever stands before it", () => {
    expect(traced(glu, new Array<number>(12).fill(1), { shape: [1, 2, 6] }).y.shape).toEqual([1, 2, 3]);
  });

  it("refuses an odd number of units", () => {
    expect(() => traced(glu, [1, 2, 3], { shape: [1, 3] })).toThrow(
      "glu: the last axis should be a multiple of 2, got 3 (shape [1, 3]). Give the layer before it 2 units for each one that should come out.",
    );
  });
});
