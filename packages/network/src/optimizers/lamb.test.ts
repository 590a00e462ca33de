import { describe, expect, it } from "vitest";
import { lamb } from "./lamb";
import { disagreements, threeParameters } from "./reference-steps";
import { takeSteps } from "./take-steps";

const course = { ...threeParameters, learningRate: 0.01 };

// Algorithm 2 of You et al. (2020), written anew with NumPy 1.24 in float64.
const weights = {
  1: [0.753377110297442, -0.163027797300577, -1.4910378986356887],
  4: [0.7213025326765573, -0.135880701080935, -1.5090040612568547],
  6: [0.7298114677314925, -0.1583930038432961, -1.5315840823409546],
  7: [0.719746899159895, -0.16828356908710881, -1.5411353896317606],
  10: [0.6840777119240075, -0.20316817031462966, -1.5344668495275886],
};
const biases = {
  1: [0.7531443932429833, -0.1627378500234219, -1.490876692011888],
  4: [0.7394954486660968, -0.15087983255483434, -1.499084526510437],
  6: [0.7426100616879338, -0.1601694192680248, -1.5086017051335912],
  7: [0.737546289242103, -0.1652332043583968, -1.5136296588885991],
  10: [0.7255826130927889, -0.17719693004891054, -1.5119733205657175],
};

describe("lamb", () => {
  it("agrees with the algorithm of the paper", () => {
    expect(disagreements(lamb(), course, weights)).toEqual([]);
  });

  it("gives neither decay nor ratio to what does not decay, unless told otherwise", () => {
    expect(disagreements(lamb(), { ...course, decay: false }, biases)).toEqual([]);
    expect(disagreements(lamb({ decayAll: true }), { ...course, decay: false }, weights)).toEqual([]);
  });

  it("takes a ratio of 1 where a norm is 0", () => {
    // at 0 the step of Adam; without a gradient or decay nothing at all
    const [fromZero] = takeSteps(lamb(), { start: [0, 0], gradients: [[4, -4]], learningRate: 0.5 });
    expect(fromZero?.[0]).toBeCloseTo(-0.5, 6);
    expect(fromZero?.[1]).toBeCloseTo(0.5, 6);
    const still = { start: [3, 4], gradients: [[0, 0]], learningRate: 0.5 };
    expect(takeSteps(lamb({ weightDecay: 0 }), still)).toEqual([[3, 4]]);
  });

  it("moves by the learning rate's share of the parameter's length", () => {
    const [first] = takeSteps(lamb({ weightDecay: 0 }), { start: [3, 4], gradients: [[1, 0]], learningRate: 0.5 });
    expect(first?.[0]).toBeCloseTo(0.5, 12);
    expect(first?.[1]).toBe(4);
  });

  it("refuses an epsilon of 0", () => {
    expect(() => lamb({ epsilon: 0 })).toThrow('lamb: "epsilon" should be a number above 0, got 0');
  });
});
