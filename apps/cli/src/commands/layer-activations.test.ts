import {
  type AnyLayer,
  createModel,
  dense,
  flatten,
  leakyRelu,
  parseActivation,
  residual,
  sequential,
  simpleRnn,
  tanh,
} from "neurite";
import { describe, expect, it } from "vitest";
import { formulaText, layerActivations } from "./layer-activations";

const told = (network: AnyLayer, row: readonly number[]) =>
  Object.fromEntries(
    [...layerActivations(createModel(network, { inputs: row }))].map(([path, applied]) => [
      path,
      applied.map(({ kind }) => kind).join(),
    ]),
  );

describe("layerActivations", () => {
  it("tells the activations of the innermost layer around them", () => {
    const inner = sequential([dense({ units: 3, activation: leakyRelu() }), dense({ units: 3, activation: tanh })]);
    expect(told(sequential([residual(inner), flatten(), dense({ units: 1 })]), [3])).toEqual({
      "": "",
      "0/residual": "",
      "0/residual/layer": "",
      "0/residual/layer/0/dense": "leakyRelu",
      "0/residual/layer/1/dense": "tanh",
      "1/flatten": "",
      "2/dense": "linear",
    });
    expect(told(dense({ units: 1, activation: tanh }), [2])).toEqual({ "": "tanh" });
    expect(told(simpleRnn({ units: 2 }), [4, 3])).toEqual({ "": "tanh" });
  });
});

describe("formulaText", () => {
  it("is the formula, short, without where its trained numbers start", () => {
    expect(formulaText(parseActivation("x * sigmoid(1.7 * x)"))).toBe("x * sigmoid(1.7 * x)");
    expect(formulaText(parseActivation("a = 1;\nb = 2 ; a * x\n + b"))).toBe("a * x + b");
    expect(formulaText(parseActivation("x * sigmoid(1.7 * x) + tanh(x) / 2"))).toBe("x * sigmoid(1.7 * x) + tanh(x…");
    expect(formulaText(tanh)).toBeUndefined();
  });
});
