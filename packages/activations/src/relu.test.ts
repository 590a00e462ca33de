import { describe, expect, it } from "vitest";
import { leakyRelu } from "./leaky-relu";
import { linear } from "./linear";
import { relu } from "./relu";
import { slopesOf, traced, valuesOf } from "./run-activation";

describe("linear", () => {
  it("hands on the very tensor that it is given", () => {
    const { x, y } = traced(linear, [1, -2]);
    expect(y).toBe(x);
  });
});

describe("relu", () => {
  it("gives x above 0, and 0 below", () => {
    expect(valuesOf(relu, [-1000, -0.5, 0, 0.25, 1000])).toEqual([0, 0, 0, 0.25, 1000]);
  });

  it("has the gradient 0 at 0, as PyTorch", () => {
    expect(slopesOf(relu, [-2, 0, 3])).toEqual([0, 0, 1]);
  });

  it("does not hide NaN", () => {
    expect(valuesOf(relu, [Number.NaN])).toEqual([Number.NaN]);
  });

  it("is one operation and its constant, so that it fuses with what comes before", () => {
    expect(traced(relu, [1]).y.node.op).toBe("maximum");
  });
});

describe("leakyRelu", () => {
  it("multiplies by the slope below 0", () => {
    expect(valuesOf(leakyRelu({ slope: 0.25 }), [-8, 0, 3])).toEqual([-2, 0, 3]);
  });

  it("has the slope 0.01 unless told otherwise, and that gradient at 0 too", () => {
    expect(slopesOf(leakyRelu(), [-2, 0, 3])).toEqual([0.01, 0.01, 1]);
  });

  it("goes on for ever to the left, unless its slope is 0", () => {
    expect(valuesOf(leakyRelu(), [Number.NEGATIVE_INFINITY])).toEqual([Number.NEGATIVE_INFINITY]);
    expect(valuesOf(leakyRelu({ slope: 0 }), [Number.NEGATIVE_INFINITY])).toEqual([0]);
  });

  it("refuses a slope that is no finite number", () => {
    expect(() => leakyRelu({ slope: Number.NaN })).toThrow(
      'leakyRelu: "slope" should be a finite number, got NaN. Pass such a number.',
    );
  });

  it("takes only the options that it has", () => {
    // @ts-expect-error: PyTorch's name for it
    expect(leakyRelu({ negativeSlope: 0.2 }).config).toEqual({ slope: 0.01 });
    // @ts-expect-error: an activation with options is made by a call
    const uncalled: typeof relu = leakyRelu;
    expect(uncalled).toBe(leakyRelu);
  });
});
