import { describe, expect, it } from "vitest";
import { adamax } from "./adamax";
import { takeSteps } from "./take-steps";

describe("adamax", () => {
  it("divides by the largest gradient, which fades", () => {
    // β 0 and 0.5: u = 8, then max(4, 1) = 4, then max(2, 3) = 3
    const optimizer = adamax({ beta1: 0, beta2: 0.5, epsilon: 1e-15 });
    const steps = takeSteps(optimizer, { start: [0], gradients: [[8], [1], [3]], learningRate: 1 });
    expect(steps.map(([x = 0]) => Number(x.toFixed(12)))).toEqual([-1, -1.25, -2.25]);
  });

  it.each([true, false])("stays where it is without a gradient (epsilonInside: %s)", (epsilonInside) => {
    expect(takeSteps(adamax({ epsilonInside }), { start: [3], gradients: [[0]], learningRate: 1 })).toEqual([[3]]);
  });

  it("refuses a beta1 below 0", () => {
    expect(() => adamax({ beta1: -1 })).toThrow('adamax: "beta1" should be a number from 0 to below 1, got -1');
  });
});
