import { describe, expect, it } from "vitest";
import { adadelta } from "./adadelta";
import { takeSteps } from "./take-steps";

describe("adadelta", () => {
  it("sets out by its epsilon, whatever the size of the gradient", () => {
    // √ε / √(0.1 g² + ε) · g is √(10 ε) for a large g
    const [first] = takeSteps(adadelta({ epsilon: 1e-5 }), {
      start: [0, 0],
      gradients: [[1e4, -1e6]],
      learningRate: 1,
    });
    expect(first?.[0]).toBeCloseTo(-0.01, 12);
    expect(first?.[1]).toBeCloseTo(0.01, 12);
  });

  it("keeps two numbers for each", () => {
    const type = { shape: [2], dtype: "float32" } as const;
    expect(adadelta().state(type)).toEqual({ squares: type, moves: type });
  });

  it("refuses a rho of 1", () => {
    expect(() => adadelta({ rho: 1 })).toThrow('adadelta: "rho" should be a number from 0 to below 1, got 1');
  });
});
