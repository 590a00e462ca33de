import { createRegistry, isRef } from "@neurite/plugin";
import { describe, expect, it } from "vitest";
import * as all from "./index";

const registry = createRegistry({ plugins: [all.activationsPlugin] });
const { activationsPlugin: _, parseActivation, ...made } = all;

describe("activationsPlugin", () => {
  it("knows each activation of the package under the name of its export, and formulas", () => {
    expect(registry.kinds("activation")).toEqual([...Object.keys(made), "formula"].sort());
    for (const [name, value] of Object.entries(made)) {
      const activation = typeof value === "function" ? value() : value;
      expect(isRef(activation) && activation.kind).toBe(name);
    }
  });

  it("makes an activation again from its config in a file", () => {
    const changed = [
      all.leakyRelu({ slope: 0.3 }),
      all.prelu({ slope: 0.1, perChannel: true }),
      all.elu({ alpha: 0.7 }),
      all.gelu({ approximate: "tanh" }),
      all.softplus({ beta: 2 }),
      all.softmax({ axis: 1 }),
      all.logSoftmax({ axis: 1 }),
      all.softmin({ axis: 1 }),
      all.rrelu({ lower: 0.1, upper: 0.2 }),
      all.thresholdedRelu({ theta: 0.5 }),
      all.celu({ alpha: 0.7 }),
      all.squareplus({ b: 1 }),
      all.hardTanh({ min: -2, max: 3 }),
      all.softShrink({ threshold: 0.1 }),
      all.hardShrink({ threshold: 0.1 }),
      all.maxout({ pieces: 3 }),
      all.gumbelSoftmax({ temperature: 0.5, hard: true }),
      all.sine({ frequency: 30 }),
      all.snake({ frequency: 2 }),
      parseActivation("beta = 1; x * sigmoid(beta * x)"),
    ];
    for (const { kind, config } of changed) {
      const { kind: again, config: options } = registry.revive(
        "activation",
        JSON.parse(JSON.stringify({ kind, config })),
      );
      expect({ kind: again, config: options }).toEqual({ kind, config });
    }
  });

  it("makes an activation of its name alone", () => {
    expect(registry.revive("activation", "relu")).toBe(all.relu);
    expect(registry.revive("activation", "gelu").config).toEqual({ approximate: "none" });
  });

  it("takes a text, and nothing else, for a formula", () => {
    expect(() => registry.make("activation", "formula", { text: "x" })).toThrow(
      'formula: the config should be the text of a formula, got {"text":"x"}. Write it, as in "x * sigmoid(x)".',
    );
    expect(() => registry.revive("activation", "formula")).toThrow("the text of a formula, got nothing.");
    expect(() => registry.make("activation", "formula", "x * process(0)")).toThrow('got "process"');
  });

  it("refuses options of the wrong kind", () => {
    expect(() => registry.make("activation", "elu", { alpha: "1" })).toThrow(
      'elu: "alpha" should be a number, got "1". Write the file anew, or mend the option.',
    );
    expect(() => registry.make("activation", "gelu", { approximate: "erf" })).toThrow('"none" or "tanh", got "erf"');
    expect(() => registry.make("activation", "softplus", { beta: -1 })).toThrow(
      '"beta" should be a number above 0, got -1',
    );
  });
});
