import { describe, expect, it } from "vitest";
import { understandFormula } from "./understand-formula";

describe("the derivative of a formula", () => {
  it.each([
    ["x", "1"],
    ["x^2", "2 * x"],
    ["x^3", "3 * x^2"],
    ["3 * x + 1", "3"],
    ["x * x * x", "3 * x^2"],
    ["1 / x", "-1 / x^2"],
    ["sqrt(x)", "0.5 / sqrt(x)"],
    ["exp(x)", "exp(x)"],
    ["exp(-x^2)", "-2 * x * exp(-x^2)"],
    ["log(x)", "1 / x"],
    ["sin(3 * x)", "3 * cos(3 * x)"],
    ["tanh(x)", "1 - tanh(x)^2"],
    ["abs(x)", "sign(x)"],
    ["max(0, x)", "where(x > 0, 1, 0)"],
    ["relu(x)", "where(x > 0, 1, 0)"],
    ["floor(x)", "0"],
    ["sign(x)", "0"],
    ["softplus(x)", "sigmoid(x)"],
    ["2^x", "2^x * log(2)"],
    ["where(x > 0, x, 0.01 * x)", "where(x > 0, 1, 0.01)"],
    ["where(x < 1, x, x^2)", "where(x < 1, 1, 2 * x)"],
    ["beta = 1; beta * x^2", "2 * beta * x"],
  ])("of %s is %s", (text, derivative) => {
    expect(understandFormula(text).derivative).toBe(derivative);
  });

  // whatever it looks like, it has to be the function that trains: typed in again it gives the library's own slopes
  it.each([
    "x * sigmoid(x)",
    "x * tanh(softplus(x))",
    "x / (1 + abs(x))",
    "(x + sqrt(x^2 + 4)) / 2",
    "x * (1 + erf(x / sqrt(2))) / 2",
    "where(x > 0, x, expm1(min(x, 0)))",
    "where(x >= 1, x^2, where(x == 0, 3, sin(x)))",
    "x + sin(x)^2",
    "sigmoid(x) * (1 - sigmoid(x))",
    "clip(x / 6 + 0.5, 0, 1) * x",
    "(x > 0) * x + (x != 2) * 3 * x",
    "exp(sin(x)) / (2 + cos(x)^2)",
    "x^2 - x^-2 + atan(x) / x",
    "log1p(exp(x))",
    "(x^2 + 1)^0.5 - x^4 / (x^2 + 1)^2",
    "pi * x - e^x",
    "-x^2 * -x",
    "a = 2; b = 0.5; a * x * exp(-b * x)",
  ])("of %s, typed in again, is its slope", (text) => {
    const { at, derivative, trained } = understandFormula(text);
    const places = Float64Array.from({ length: 33 }, (_, i) => (i - 16) / 4 + 0.05);
    const declared = trained
      .map(({ name, start }) => `${name} = ${start};`)
      .filter((_, i) => derivative.includes(trained[i]?.name ?? ""));
    const again = understandFormula(`${declared.join(" ")} ${derivative} + 0 * x`).at(places).values;
    at(places).slopes.forEach((slope, i) => {
      expect(again[i]).toBeCloseTo(slope, 4);
    });
  });
});
