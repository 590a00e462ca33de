import { describe, expect, it } from "vitest";
import { radam } from "./radam";
import { takeSteps } from "./take-steps";

describe("radam", () => {
  it("never divides where a beta2 of up to 2/3 tells too little of the squares", () => {
    // β1 0.5: m̂ = 1, then (0.25 + 1.5) / 0.75 = 7/3
    const steps = takeSteps(radam({ beta1: 0.5, beta2: 0.5 }), {
      start: [0],
      gradients: [[1], [3]],
      learningRate: 0.75,
    });
    expect(steps[0]?.[0]).toBeCloseTo(-0.75, 12);
    expect(steps[1]?.[0]).toBeCloseTo(-2.5, 12);
  });

  it("stays where it is without a gradient, before and after it begins to divide", () => {
    const gradients = Array.from({ length: 8 }, () => [0]);
    expect(takeSteps(radam(), { start: [3], gradients, learningRate: 1 }).flat()).toEqual(Array(8).fill(3));
  });

  it("shrinks weights beside the step with decoupled decay", () => {
    const course = { start: [16], gradients: [[0], [0]], learningRate: 1 };
    expect(takeSteps(radam({ weightDecay: 0.5, decoupled: true }), course)).toEqual([[8], [4]]);
  });

  it("refuses a beta2 of 1", () => {
    expect(() => radam({ beta2: 1 })).toThrow('radam: "beta2" should be a number from 0 to below 1, got 1');
  });
});
