import type { Activation } from "@neurite/plugin";
import { constant, type DType, evaluate, gradient, greater, input, not, or, type Tensor, write } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { parseActivation } from "./parse-activation";
import { numbersOf, slopesOf, traced, valuesOf } from "./run-activation";
import { softplusOf } from "./softplus-of";

/** The graph that an expression builds, as text. */
function graphOf(apply: (x: Tensor) => Tensor, dtype: DType = "float32"): string {
  const x = input("x", { shape: [3, 2], dtype });
  return JSON.stringify(write({ inputs: [x], outputs: [apply(x)] }));
}

const parsed = (text: string) => (x: Tensor) =>
  parseActivation(text).apply(x, {} as Parameters<Activation["apply"]>[1]);
const one = (n: number) => constant(n, "float32");

const byHand: readonly (readonly [text: string, apply: (x: Tensor) => Tensor])[] = [
  ["x", (x) => x],
  ["x * sigmoid(x)", (x) => x.mul(x.sigmoid())],
  ["x*tanh(softplus(x))", (x) => x.mul(softplusOf(x).tanh())],
  ["2 * x", (x) => x.mul(2)],
  ["x * 2", (x) => x.mul(2)],
  ["2 + x", (x) => x.add(2)],
  ["1 - x", (x) => x.neg().add(1)],
  ["1 / x", (x) => one(1).div(x)],
  ["x / 2", (x) => x.div(2)],
  ["-x^2", (x) => x.pow(2).neg()],
  ["(-x)^2", (x) => x.neg().pow(2)],
  ["2^-x", (x) => one(2).pow(x.neg())],
  ["2^3^x", (x) => one(2).pow(one(3).pow(x))],
  ["(x^3)^2", (x) => x.pow(3).pow(2)],
  ["x^3^2", (x) => x.pow(one(3).pow(2))],
  ["--x", (x) => x.neg().neg()],
  ["x - -x", (x) => x.sub(x.neg())],
  ["x - 1 - 2", (x) => x.sub(1).sub(2)],
  ["x - (1 - 2)", (x) => x.sub(-1)],
  ["x / 2 / 4", (x) => x.div(2).div(4)],
  ["x / (2 / 4)", (x) => x.div(0.5)],
  ["x + 2 * 3 - 8 / 4", (x) => x.add(6).sub(2)],
  ["-2 * x", (x) => x.mul(-2)],
  ["x * 1e3 + .5", (x) => x.mul(1000).add(0.5)],
  ["x * 1E-3 + 2.", (x) => x.mul(0.001).add(2)],
  ["pi * x + e", (x) => x.mul(Math.PI).add(Math.E)],
  ["e^x", (x) => one(Math.E).pow(x)],
  ["exp(1) * x", (x) => one(1).exp().mul(x)],
  ["x * 2^0.5", (x) => x.mul(one(2).pow(0.5))],
  ["relu(x)", (x) => x.maximum(0)],
  ["min(2, max(x, -2))", (x) => x.maximum(-2).minimum(2)],
  ["clip(x, -2, 2)", (x) => x.maximum(-2).minimum(2)],
  ["pow(x, 3)", (x) => x.pow(3)],
  ["x > 0", (x) => greater(x, 0).cast("float32")],
  ["0 < x", (x) => greater(x, 0).cast("float32")],
  ["x * (x >= 1)", (x) => x.mul(or(greater(x, 1), x.equal(1)).cast("float32"))],
  ["where(x < 0, exp(x) - 1, x)", (x) => x.less(0).where(x.exp().sub(1), x)],
  ["where(x <= 1, 0, x)", (x) => or(x.less(1), x.equal(1)).where(0, x)],
  ["where(x != 0, 1, 2)", (x) => not(x.equal(0)).where(one(1), 2)],
  ["where(0 == x, x > 1, 2)", (x) => x.equal(0).where(greater(x, 1).cast("float32"), 2)],
  ["where(1 < 2, x, 3)", (x) => one(1).less(2).where(x, 3)],
];

describe("parseActivation", () => {
  it.each(byHand)("builds of %s the graph that one would write", (text, apply) => {
    expect(graphOf(parsed(text))).toBe(graphOf(apply));
  });

  // in float64, from Python's math
  it.each([
    ["abs", -1.5, 1.5],
    ["sign", -1.5, -1],
    ["floor", -1.5, -2],
    ["sqrt", 2.25, 1.5],
    ["exp", -1.5, 0.22313016014842982],
    ["expm1", -1.5, -0.7768698398515702],
    ["log", 2.25, 0.8109302162163288],
    ["log1p", 1.25, 0.8109302162163288],
    ["sin", -1.5, -0.9974949866040544],
    ["cos", -1.5, 0.0707372016677029],
    ["atan", -1.5, -0.982793723247329],
    ["tanh", -1.5, -0.9051482536448664],
    ["sigmoid", -1.5, 0.18242552380635635],
    ["erf", -1.5, -0.9661051464753108],
    ["relu", -1.5, 0],
    ["relu", 1.5, 1.5],
    ["softplus", -1.5, 0.2014132779827524],
    ["softplus", 1.5, 1.7014132779827524],
  ] as const)("knows the function %s, at %d", (name, x, value) => {
    expect(valuesOf(parseActivation(`${name}(x)`), [x])[0]).toBeCloseTo(value, 14);
  });

  it("says of its kind and config what a file holds: the text as it was given", () => {
    const { kind, config } = parseActivation("  x *\n tanh(x) ");
    expect({ kind, config }).toEqual({ kind: "formula", config: "  x *\n tanh(x) " });
  });

  it("refuses what is no text", () => {
    const square = (x: Tensor) => x.mul(x);
    expect(() => parseActivation(square as unknown as string)).toThrow(
      'parseActivation: expected a text such as "x * sigmoid(x)", got function. Write a function as { kind, apply }.',
    );
  });

  it("gives what swish and hard sigmoid are, and their slopes", () => {
    // 2 · 0.8807970779778824; the slope s + x s (1 - s)
    expect(valuesOf(parseActivation("x * sigmoid(x)"), [2])[0]).toBeCloseTo(1.7615941559557649, 14);
    expect(slopesOf(parseActivation("x * sigmoid(x)"), [2])[0]).toBeCloseTo(1.0907842487848955, 14);
    const hard = parseActivation("clip(x / 6 + 1/2, 0, 1)");
    expect(valuesOf(hard, [-4, 0, 1.5, 4])).toEqual([0, 0.5, 0.75, 1]);
    expect(slopesOf(hard, [-4, 0, 1.5, 4])).toEqual([0, 1 / 6, 1 / 6, 0]);
  });

  it("gives 1 where a comparison holds and 0 elsewhere, with a slope of 0", () => {
    const step = parseActivation("(x > 0) - (x <= -1)");
    expect(valuesOf(step, [-2, -1, 0, 1, Number.NaN])).toEqual([-1, -1, 0, 1, 0]);
    expect(slopesOf(step, [-2, -1, 0, 1])).toEqual([0, 0, 0, 0]);
  });

  it("asks for a number for each name that is declared, leaves it to training and not to weight decay", () => {
    const { record } = traced(parseActivation("beta = 1; shift = -pi/2; x * sigmoid(beta * x + shift)"), [1, 2]);
    const asked = [...record.parameters].map(([path, { spec }]) => {
      const start = [...spec.initializer.sample([], [1, 2])];
      return { path, shape: spec.shape, start, decay: spec.decay, trainable: spec.trainable ?? true };
    });
    expect(asked).toEqual([
      { path: "a/beta", shape: [], start: [1], decay: false, trainable: true },
      { path: "a/shift", shape: [], start: [-Math.PI / 2], decay: false, trainable: true },
    ]);
  });

  it("carries gradients to the numbers that are trained", () => {
    const { record, y } = traced(parseActivation("slope = 0.5; where(x < 0, slope * x, x)"), [-4, -1, 3]);
    const slope = record.parameters.get("a/slope")?.tensor as Tensor;
    expect(numbersOf(y)).toEqual([-2, -0.5, 3]);
    expect(numbersOf(gradient(y.sum(), [slope])[0])).toEqual([-5]); // -4 - 1
  });

  it("takes names such as __proto__ and constructor for names", () => {
    const odd = parseActivation("__proto__ = 2; constructor = 3; x * __proto__ + constructor");
    expect(valuesOf(odd, [1, 4])).toEqual([5, 11]);
    expect([...traced(odd, [1]).record.parameters.keys()]).toEqual(["a/__proto__", "a/constructor"]);
  });

  it("keeps dtype and shape of its input", () => {
    const x = input("x", { shape: [4, 3], dtype: "float64" });
    const y = parsed("2^0.5 * where(1 < 2, x, 3)")(x);
    expect([y.dtype, y.shape]).toEqual(["float64", [4, 3]]);
  });

  it("builds a sum of a thousand terms without a deep call", () => {
    const x = constant([1], "float64");
    const [sum] = evaluate([parsed(Array.from({ length: 1000 }, () => "x").join("+"))(x)]);
    expect([...sum.data]).toEqual([1000]);
  });
});
