import { describe, expect, it } from "vitest";
import { amsgrad } from "./amsgrad";
import { takeSteps } from "./take-steps";

describe("amsgrad", () => {
  it("does not forget how large a gradient was", () => {
    // β 0 and 0.5: v = 8, then 4.5 and the largest stays 8; corrected by 0.5 and 0.75
    const steps = takeSteps(amsgrad({ beta1: 0, beta2: 0.5, epsilon: 1e-15 }), {
      start: [0],
      gradients: [[4], [1]],
      learningRate: 1,
    });
    expect(steps[0]?.[0]).toBeCloseTo(-1, 12);
    expect(steps[1]?.[0]).toBeCloseTo(-1 - 1 / Math.sqrt(8 / 0.75), 12);
  });

  it("keeps three numbers for each", () => {
    const type = { shape: [2], dtype: "float32" } as const;
    expect(amsgrad().state(type)).toEqual({ firstMoment: type, secondMoment: type, top: type });
  });

  it("refuses an epsilon of 0", () => {
    expect(() => amsgrad({ epsilon: 0 })).toThrow('amsgrad: "epsilon" should be a number above 0, got 0');
  });
});
