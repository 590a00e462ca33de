import { describe, expect, it } from "vitest";
import { adam } from "./adam";
import { takeSteps } from "./take-steps";

describe("adam", () => {
  it("keeps two numbers for each of a parameter's, in its type alone", () => {
    const type = { shape: [2, 3], dtype: "float64" } as const;
    expect(adam().state({ ...type, data: [] } as typeof type)).toEqual({ firstMoment: type, secondMoment: type });
  });

  it("moves by the learning rate at first, whatever the size of the gradient", () => {
    const [first] = takeSteps(adam(), { start: [1, 1], gradients: [[1000, -0.001]], learningRate: 0.125 });
    expect(first?.[0]).toBeCloseTo(0.875, 10);
    expect(first?.[1]).toBeCloseTo(1.125, 5); // epsilon is a hundred thousandth of this gradient
  });

  it("weighs recent gradients as its betas say", () => {
    // β 0.5 and 0.5: m = 0.5, then 0.25 + 1.5 = 1.75; v = 0.5, then 0.25 + 4.5 = 4.75; corrections 0.5, then 0.75
    // moves 1/1 and (1.75/0.75) / √(4.75/0.75)
    const optimizer = adam({ beta1: 0.5, beta2: 0.5, epsilon: 1e-15 });
    const steps = takeSteps(optimizer, { start: [0], gradients: [[1], [3]], learningRate: 1 });
    expect(steps[0]?.[0]).toBeCloseTo(-1, 12);
    expect(steps[1]?.[0]).toBeCloseTo(-1 - 0.9271726499455306, 12);
  });

  it("keeps its pace under an unchanging gradient in float32", () => {
    const gradients = Array.from({ length: 400 }, () => [0.3]);
    const steps = takeSteps(adam(), { start: [0], gradients, learningRate: 2 ** -10, dtype: "float32" });
    expect(Math.abs((steps[399]?.[0] ?? 0) / (-400 * 2 ** -10) - 1)).toBeLessThan(2e-6);
  });

  it("stays where it is without a gradient", () => {
    expect(takeSteps(adam(), { start: [3], gradients: [[0], [0]], learningRate: 1 })).toEqual([[3], [3]]);
  });

  it("takes the decay of weights for a part of the gradient, and leaves alone what does not decay", () => {
    const course = { start: [10], gradients: [[0]], learningRate: 0.125 };
    expect(takeSteps(adam({ weightDecay: 0.5 }), course)[0]?.[0]).toBeCloseTo(9.875, 8); // a gradient of 5 moves by the learning rate
    expect(takeSteps(adam({ weightDecay: 0.5 }), { ...course, decay: false })).toEqual([[10]]);
  });

  it.each([
    [{ beta1: 1 }, '"beta1" should be a number from 0 to below 1, got 1'],
    [{ beta2: -0.5 }, '"beta2" should be a number from 0 to below 1, got -0.5'],
    [{ epsilon: 0 }, '"epsilon" should be a number above 0, got 0'],
    [{ weightDecay: Number.POSITIVE_INFINITY }, '"weightDecay" should be a number from 0 up, got Infinity'],
  ])("refuses %j", (options, message) => {
    expect(() => adam(options)).toThrow(`adam: ${message}`);
  });
});
