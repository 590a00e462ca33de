import { describe, expect, it } from "vitest";
import { nadam } from "./nadam";
import { takeSteps } from "./take-steps";

describe("nadam", () => {
  it("keeps one product for all numbers of a parameter, in float64", () => {
    const type = { shape: [2], dtype: "float32" } as const;
    expect(nadam().state(type)).toEqual({
      firstMoment: type,
      secondMoment: type,
      momentumProduct: { shape: [], dtype: "float64" },
    });
  });

  it("goes on at an even pace when the product of the momentum has long become 0", () => {
    // under an unchanging gradient the move comes to (1 - μ) + μ = 1 times the learning rate; 0.1^400 is below the smallest number
    const gradients = Array.from({ length: 400 }, () => [0.5]);
    const optimizer = nadam({ beta1: 0.1, momentumDecay: 10, epsilon: 1e-15 });
    const steps = takeSteps(optimizer, { start: [0], gradients, learningRate: 2 ** -10 });
    const [before = 0, last = 0] = steps.slice(-2).map(([x]) => x);
    expect(last - before).toBeCloseTo(-(2 ** -10), 12);
  });

  it("shrinks weights beside the step with decoupled decay", () => {
    const course = { start: [16], gradients: [[0], [0]], learningRate: 1 };
    expect(takeSteps(nadam({ weightDecay: 0.5, decoupled: true }), course)).toEqual([[8], [4]]);
  });

  it("refuses a momentumDecay below 0", () => {
    expect(() => nadam({ momentumDecay: -1 })).toThrow('nadam: "momentumDecay" should be a number from 0 up, got -1');
  });
});
