import { constant, gradient } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { prelu } from "./prelu";
import { numbersOf, traced } from "./run-activation";

describe("prelu", () => {
  it("asks for one slope, which starts at 0.25 and is left alone by weight decay", () => {
    const { record } = traced(prelu(), [1, 2], { shape: [1, 2] });
    const spec = record.parameters.get("a/slope")?.spec;
    expect(spec?.shape).toEqual([]);
    expect(spec?.decay).toBe(false);
    expect([...(spec?.initializer.sample([], [1, 2]) ?? [])]).toEqual([0.25]);
  });

  it("asks for a slope for each column with perChannel", () => {
    const { record } = traced(prelu({ perChannel: true, slope: 0.5 }), [1, 2, 3, 4, 5, 6], { shape: [2, 3] });
    const spec = record.parameters.get("a/slope")?.spec;
    expect(spec?.shape).toEqual([3]);
    expect([...(spec?.initializer.sample([3], [1, 2]) ?? [])]).toEqual([0.5, 0.5, 0.5]);
  });

  it("multiplies by the trained slope below 0, column by column", () => {
    const slope = constant([0.5, -2], "float64");
    const { y } = traced(prelu({ perChannel: true }), [-4, -4, 3, 3], { shape: [2, 2], slope });
    expect(numbersOf(y)).toEqual([-2, 8, 3, 3]);
  });

  it("learns its slope from the numbers below 0 only", () => {
    const slope = constant(0.5, "float64");
    const { x, y } = traced(prelu(), [-4, -1, 0, 7], { slope });
    const [toSlope, toX] = gradient(y.sum(), [slope, x]);
    expect(numbersOf(toSlope)).toEqual([-5]); // -4 - 1 + 0
    expect(numbersOf(toX)).toEqual([0.5, 0.5, 0.5, 1]);
  });

  it("learns nothing from Infinity, and no NaN", () => {
    const slope = constant(0.5, "float64");
    const { y } = traced(prelu(), [-1, Number.POSITIVE_INFINITY], { slope });
    expect(numbersOf(gradient(y.sum(), [slope])[0])).toEqual([-1]);
  });

  it("keeps its options", () => {
    expect(prelu().config).toEqual({ slope: 0.25, perChannel: false });
  });
});
