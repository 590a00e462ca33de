import { describe, expect, it } from "vitest";
import { understandFormula } from "../derivative/understand-formula";
import { functionWarnings, samplePlaces } from "./function-warnings";

function warningsOf(text: string) {
  const places = samplePlaces();
  return functionWarnings({ places, ...understandFormula(text).at(places) });
}

describe("functionWarnings", () => {
  it.each(["tanh(x)", "max(0, x)", "x^2", "x * sigmoid(x)", "sin(3*x)", "exp(-x^2)", "abs(x)", "sigmoid(x)"])(
    "has nothing to say of %s",
    (text) => {
      expect(warningsOf(text)).toEqual([]);
    },
  );

  it.each(["x", "3 * x - 1", "x * 2 / 4", "max(x, x)"])("sees that %s never bends", (text) => {
    expect(warningsOf(text)).toEqual([{ kind: "never bends" }]);
  });

  it.each(["floor(x)", "sign(x)", "(x > 0) * 2", "0 * x"])("sees that with %s nothing is learnt", (text) => {
    expect(warningsOf(text)).toEqual([{ kind: "learns nothing" }]);
  });

  it("sees what grows without bound, with a number", () => {
    expect(warningsOf("x^3")).toEqual([{ kind: "grows without bound", place: 10, value: 1000 }]);
    expect(warningsOf("exp(x)")).toMatchObject([{ kind: "grows without bound", place: 10 }]);
    expect(warningsOf("exp(-x)")).toMatchObject([{ kind: "grows without bound", place: -10 }]);
    expect(warningsOf("exp(x^2)")).toMatchObject([{ kind: "grows without bound" }]);
  });

  it.each([
    ["log(x)", "not defined", "x ≤ 0"],
    ["log(-x)", "not defined", "x ≥ 0"],
    ["1 / x", "not defined", "x = 0"],
  ])("sees where %s is %s: %s", (text, kind, where) => {
    expect(warningsOf(text)).toEqual([{ kind, where }]);
  });

  it("sees a slope that is infinite where the value is not", () => {
    expect(warningsOf("sqrt(x)")).toEqual([
      { kind: "not defined", where: "x < 0" },
      { kind: "no slope", where: "x = 0" },
    ]);
  });
});
