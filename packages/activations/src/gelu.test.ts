import { describe, expect, it } from "vitest";
import { gelu } from "./gelu";
import { distance, slopesOf, valuesOf } from "./run-activation";

describe("gelu", () => {
  it("gives x times the normal probability below x", () => {
    // mpmath with 60 digits, rounded
    const x = [-1000, -5, -2, -1, -0.5, 0, 1.5, 3, 20];
    const expected = [
      0, -0.0000014332578593959695, -0.04550026389635842, -0.15865525393145705, -0.15426876936299344, 0,
      1.399789198096713, 2.99595030590511, 20,
    ];
    expect(distance(valuesOf(gelu(), x), expected)).toBeLessThan(1e-15);
    expect(distance(valuesOf(gelu(), x, { dtype: "float32" }), expected)).toBeLessThan(5e-7);
  });

  it("gives PyTorch's gradients", () => {
    // torch.nn.functional.gelu 2.13.0 in float64
    const expected = [-0.08523180107819692, 0.13250487534383712, 0.5, 1.1274691922299795, 1];
    expect(distance(slopesOf(gelu(), [-2, -0.5, 0, 1.5, 88]), expected)).toBeLessThan(1e-15);
  });

  it("approximates by tanh where asked", () => {
    // mpmath with 40 digits: x/2 · (1 + tanh(√(2/π) (x + 0.044715 x³))) and its derivative
    const tanh = gelu({ approximate: "tanh" });
    const x = [-20.5, -2, -0.5, 0, 1.5, 20];
    const values = [0, -0.04540230591222498, -0.15428599017485609, 0, 1.3995715769802328, 20];
    const slopes = [0, -0.08609925662361838, 0.1326300964653577, 0.5, 1.1277107931514332, 1];
    expect(distance(valuesOf(tanh, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(tanh, x), slopes)).toBeLessThan(1e-15);
  });

  it("refuses another approximation", () => {
    // @ts-expect-error: not one of the two
    expect(() => gelu({ approximate: "erf" })).toThrow(
      'gelu: "approximate" should be "none" or "tanh", got "erf". Choose one of the two.',
    );
  });
});
