import { describe, expect, it } from "vitest";
import { adam } from "./adam";
import { adamW } from "./adam-w";
import { takeSteps } from "./take-steps";

describe("adamW", () => {
  it("shrinks the weight beside the step of Adam", () => {
    // 10 (1 - 0.1 · 0.5) = 9.5, then the learning rate off; only the latter for what does not decay
    const course = { start: [10], gradients: [[4]], learningRate: 0.1 };
    expect(takeSteps(adamW({ weightDecay: 0.5 }), course)[0]?.[0]).toBeCloseTo(9.4, 8);
    expect(takeSteps(adamW({ weightDecay: 0.5 }), { ...course, decay: false })[0]?.[0]).toBeCloseTo(9.9, 8);
  });

  it("shrinks a weight without a gradient each step alike", () => {
    const steps = takeSteps(adamW({ weightDecay: 0.5 }), { start: [16], gradients: [[0], [0]], learningRate: 1 });
    expect(steps).toEqual([[8], [4]]);
  });

  it("decays by 0.01 unless told otherwise", () => {
    expect(adamW().config).toEqual({
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-8,
      epsilonHat: false,
      weightDecay: 0.01,
      decayAll: false,
    });
  });

  it("is adam without decay", () => {
    const course = {
      start: [1, 2],
      gradients: [
        [0.5, -3],
        [2, 1],
      ],
      learningRate: 0.1,
    };
    expect(takeSteps(adamW({ weightDecay: 0 }), course)).toEqual(takeSteps(adam(), course));
  });
});
