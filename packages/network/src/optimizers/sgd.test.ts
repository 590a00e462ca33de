import { describe, expect, it } from "vitest";
import { sgd } from "./sgd";
import { takeSteps } from "./take-steps";

describe("sgd", () => {
  it("goes against the gradient and keeps nothing", () => {
    expect(sgd().state({ shape: [2], dtype: "float32" })).toEqual({});
    expect(takeSteps(sgd(), { start: [1, 1], gradients: [[2, -4]], learningRate: 0.25 })).toEqual([[0.5, 2]]);
  });

  it("looks ahead along the momentum", () => {
    // v = 1, 1.5; moves 1 + 0.5 · 1 = 1.5 and 1 + 0.5 · 1.5 = 1.75
    const optimizer = sgd({ momentum: 0.5, nesterov: true });
    expect(takeSteps(optimizer, { start: [0], gradients: [[1], [1]], learningRate: 1 })).toEqual([[-1.5], [-3.25]]);
  });

  it("does not dampen the first gradient, as PyTorch", () => {
    // v = 1, 0.5 · 1 + 0.25 · 1 = 0.75, 0.5 · 0.75 + 0.25 = 0.625
    const optimizer = sgd({ momentum: 0.5, dampening: 0.75 });
    const steps = takeSteps(optimizer, { start: [0], gradients: [[1], [1], [1]], learningRate: 1 });
    expect(steps).toEqual([[-1], [-1.75], [-2.375]]);
  });

  it("decays weights, and leaves alone what does not decay", () => {
    // 10 - 0.5 (1 + 0.5 · 10) and 10 - 0.5
    const course = { start: [10], gradients: [[1]], learningRate: 0.5 };
    expect(takeSteps(sgd({ weightDecay: 0.5 }), course)).toEqual([[7]]);
    expect(takeSteps(sgd({ weightDecay: 0.5 }), { ...course, decay: false })).toEqual([[9.5]]);
  });

  it.each([
    [{ momentum: 1 }, '"momentum" should be a number from 0 to below 1, got 1'],
    [{ momentum: Number.NaN }, '"momentum" should be a number from 0 to below 1, got NaN'],
    [{ dampening: -1 }, '"dampening" should be a number from 0 to below 1, got -1'],
    [{ weightDecay: -0.1 }, '"weightDecay" should be a number from 0 up, got -0.1'],
    [{ nesterov: true }, '"nesterov" needs a momentum above 0 and no dampening, got momentum 0 and dampening 0'],
  ])("refuses %j", (options, message) => {
    expect(() => sgd(options)).toThrow(`sgd: ${message}`);
  });
});
