import { describe, expect, it } from "vitest";
import { rmsprop } from "./rmsprop";
import { takeSteps } from "./take-steps";

// α 0.5 and twice the gradient 2: s = 2, then 1 + 2 = 3; a = 1, then 0.5 + 1 = 1.5
const course = { start: [0], gradients: [[2], [2]], learningRate: 1 };
const options = { alpha: 0.5, epsilon: 1e-15 };

describe("rmsprop", () => {
  it("divides by the size of recent gradients", () => {
    const steps = takeSteps(rmsprop(options), course);
    expect(steps[0]?.[0]).toBeCloseTo(-Math.SQRT2, 12); // 2 / √2
    expect(steps[1]?.[0]).toBeCloseTo(-Math.SQRT2 - 1.1547005383792517, 12); // 2 / √3
  });

  it("divides by their spread where it is centered", () => {
    const steps = takeSteps(rmsprop({ ...options, centered: true }), course);
    expect(steps[0]?.[0]).toBeCloseTo(-2, 12); // 2 / √(2 - 1)
    expect(steps[1]?.[0]).toBeCloseTo(-2 - 2.3094010767585034, 12); // 2 / √(3 - 2.25)
  });

  it("goes on with the momentum of its moves", () => {
    const steps = takeSteps(rmsprop({ ...options, momentum: 0.5 }), course);
    expect(steps[1]?.[0]).toBeCloseTo(-Math.SQRT2 - (Math.SQRT1_2 + 1.1547005383792517), 12);
  });

  it("never takes the root of a negative spread", () => {
    // under gradients that never change s and a² become equal, up to a rounding in either direction
    const start = Array.from({ length: 50 }, () => 0);
    const gradients = Array.from({ length: 60 }, () => start.map((_, i) => 0.1 + i / 70));
    const steps = takeSteps(rmsprop({ alpha: 0.5, centered: true }), {
      start,
      gradients,
      learningRate: 1,
      dtype: "float32",
    });
    expect(steps.flat().every(Number.isFinite)).toBe(true);
  });

  it("keeps only what its options need", () => {
    const type = { shape: [2], dtype: "float32" } as const;
    expect(rmsprop().state(type)).toEqual({ squares: type });
    expect(rmsprop({ momentum: 0.9, centered: true }).state(type)).toEqual({
      squares: type,
      mean: type,
      velocity: type,
    });
  });

  it("decays weights, and leaves alone what does not decay", () => {
    const still = { start: [10], gradients: [[0]], learningRate: 1 };
    // the gradient 0.1 · 10 = 1, divided by √(0.5 · 1)
    expect(takeSteps(rmsprop({ ...options, weightDecay: 0.1 }), still)[0]?.[0]).toBeCloseTo(10 - Math.SQRT2, 12);
    expect(takeSteps(rmsprop({ ...options, weightDecay: 0.1 }), { ...still, decay: false })).toEqual([[10]]);
  });

  it("refuses an alpha of 1", () => {
    expect(() => rmsprop({ alpha: 1 })).toThrow('rmsprop: "alpha" should be a number from 0 to below 1, got 1');
  });
});
