import { describe, expect, it } from "vitest";
import { distance, slopesOf, traced, valuesOf } from "./run-activation";
import { softmin } from "./softmin";

describe("softmin", () => {
  it("gives the smallest number the largest share", () => {
    // e^-1, e^-2, e^-3 over their sum, mpmath with 40 digits
    const expected = [0.6652409557748219, 0.24472847105479764, 0.09003057317038046];
    expect(distance(valuesOf(softmin(), [1, 2, 3], { shape: [1, 3] }), expected)).toBeLessThan(1e-15);
    expect(distance(slopesOf(softmin(), [1, 2, 3], { shape: [1, 3] }), [0, 0, 0])).toBeLessThan(1e-15);
  });

  it("works along another axis", () => {
    expect(valuesOf(softmin({ axis: 1 }), [-1000, 5, 0, 5], { shape: [1, 2, 2] })).toEqual([1, 0.5, 0, 0.5]);
  });

  it("is the softmax of -x, for readers of the graph too", () => {
    expect(traced(softmin(), [1, 2], { shape: [1, 2] }).y.node.op).toBe("softmax");
    expect(() => softmin({ axis: 0.5 })).toThrow('softmin: "axis" should be a whole number, got 0.5.');
  });
});
