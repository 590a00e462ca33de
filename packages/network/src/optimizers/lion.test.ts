import { describe, expect, it } from "vitest";
import { lion } from "./lion";
import { disagreements, threeParameters } from "./reference-steps";
import { takeSteps } from "./take-steps";

const course = { ...threeParameters, learningRate: 0.01 };

// Algorithm 2 of Chen et al. (2023), written anew with NumPy 1.24 in float64.
const plain = {
  1: [0.7531443713181963, -0.1627378377814465, -1.4908766777985676],
  4: [0.7431443713181963, -0.15273783778144648, -1.5208766777985676],
  6: [0.7431443713181963, -0.1727378377814465, -1.5408766777985676],
  7: [0.7331443713181963, -0.1827378377814465, -1.5508766777985676],
  10: [0.7031443713181963, -0.21273783778144653, -1.5208766777985676],
};
const decaying = {
  1: [0.7523812269468781, -0.16256509994366505, -1.489375801120769],
  4: [0.7401163496573371, -0.1520878821765688, -1.5148821503554342],
  6: [0.7386268570743721, -0.17177385850009783, -1.5318439009368736],
  7: [0.7278882302172978, -0.18160208464159772, -1.5403120570359368],
  10: [0.6957367384634483, -0.21102783301232478, -1.5057257302606881],
};

describe("lion", () => {
  it("agrees with the algorithm of the paper", () => {
    expect(disagreements(lion(), course, plain)).toEqual([]);
    expect(disagreements(lion({ weightDecay: 0.1 }), course, decaying)).toEqual([]);
  });

  it("stays where it is without a gradient, the sign of 0 being 0", () => {
    expect(takeSteps(lion(), { start: [3], gradients: [[0], [0]], learningRate: 1 })).toEqual([[3], [3]]);
  });

  it("keeps one number for each", () => {
    const type = { shape: [2], dtype: "float32" } as const;
    expect(lion().state(type)).toEqual({ firstMoment: type });
  });

  it("refuses a beta2 of 1", () => {
    expect(() => lion({ beta2: 1 })).toThrow('lion: "beta2" should be a number from 0 to below 1, got 1');
  });
});
