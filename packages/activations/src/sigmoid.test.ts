import { describe, expect, it } from "vitest";
import { distance, slopesOf, traced, valuesOf } from "./run-activation";
import { sigmoid } from "./sigmoid";
import { silu } from "./silu";
import { tanh } from "./tanh";

const x = [-1000, -20.5, -2, -0.5, 0, 1.5, 20];

describe("sigmoid", () => {
  it("gives the values of its formula", () => {
    // mpmath with 60 digits, rounded
    const expected = [
      0, 1.2501528648238605e-9, 0.11920292202211756, 0.37754066879814546, 0.5, 0.8175744761936437, 0.9999999979388464,
    ];
    expect(distance(valuesOf(sigmoid, x), expected)).toBeLessThan(1e-15);
  });

  it("has the gradient y (1 - y)", () => {
    expect(slopesOf(sigmoid, [0])).toEqual([0.25]);
  });

  it("stays the operation of that name, so that losses recognise it", () => {
    expect(traced(sigmoid, [1]).y.node.op).toBe("sigmoid");
  });
});

describe("tanh", () => {
  it("gives the values of its formula", () => {
    // mpmath with 60 digits, rounded
    const expected = [-1, -1, -0.9640275800758169, -0.46211715726000974, 0, 0.9051482536448664, 1];
    expect(distance(valuesOf(tanh, x), expected)).toBeLessThan(1e-15);
  });

  it("has the gradient 1 - y²", () => {
    expect(distance(slopesOf(tanh, [-2, 0]), [0.07065082485316443, 1])).toBeLessThan(1e-15); // PyTorch 2.13.0
  });
});

describe("silu", () => {
  it("gives the values and gradients of its formula", () => {
    // mpmath with 40 digits: x / (1 + e^-x) and its derivative
    const values = [0, -2.5628133728889138e-8, -0.23840584404423512, -0.18877033439907273, 0, 1.2263617142904655];
    const slopes = [0, -2.4377980832026195e-8, -0.09078424878489548, 0.2600388126973482, 0.5, 1.041294154299143];
    expect(distance(valuesOf(silu, x.slice(0, 6)), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(silu, x.slice(0, 6)), slopes)).toBeLessThan(1e-15);
  });
});
