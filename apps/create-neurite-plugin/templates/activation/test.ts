import { createModel, type Layer } from "neurite";
import { describe, expect, it } from "vitest";
import { __identifier__ } from "./__file__";

describe("__identifier__", () => {
  it("gives x · sigmoid(sharpness · x)", () => {
    const activation = __identifier__({ sharpness: 2 });
    const layer: Layer = { kind: "__prefix__/alone", apply: ([x], scope) => activation.apply(x, scope) };
    const { data } = createModel(layer, { inputs: [3] }).predict([[-1, 0, 1]]);
    // sigmoid(-2) = 0.119203, sigmoid(2) = 0.880797
    expect([...data].map((y) => y.toFixed(6))).toEqual(["-0.119203", "0.000000", "0.880797"]);
  });

  it("refuses a sharpness that is not above 0", () => {
    expect(() => __identifier__({ sharpness: 0 })).toThrow('"sharpness" should be a number above 0, got 0.');
  });
});
