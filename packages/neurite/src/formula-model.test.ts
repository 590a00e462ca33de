import { parseActivation } from "@neurite/activations";
import { dense } from "@neurite/layers";
import { adam, fit, meanSquaredError, sequential } from "@neurite/network";
import { createRegistry } from "@neurite/plugin";
import { load, save } from "@neurite/serialization";
import { expect, it } from "vitest";
import { builtins } from "./builtins";

const registry = createRegistry({ plugins: [builtins] });
const inputs = [[-2], [-1], [0], [1], [2]];
const data = { inputs, targets: [[1], [0.5], [0], [1], [4]] };

it("keeps a formula and what it has learnt in its file, whatever the names are, and trains on from there", async () => {
  const text = "__proto__ = 1;\nconstructor = 1/2;\nx * sigmoid(__proto__ * x) + constructor * x^2";
  const network = sequential([dense({ units: 3, activation: parseActivation(text) }), dense({ units: 1 })]);
  const options = { loss: meanSquaredError, optimizer: adam(), learningRate: 0.05, epochs: 20, seed: 1 };
  const { model } = await fit(network, data, options);
  const trained = ["__proto__", "constructor"].map((name) => model.weights.get(`0/dense/activation/${name}`)?.data[0]);
  expect(trained.map((n) => typeof n)).toEqual(["number", "number"]);
  expect(trained).not.toEqual([1, 0.5]);

  const bytes = save(model);
  const again = load(bytes, {
    registry,
    onWarning: ({ message }) => {
      throw new Error(message);
    },
  });
  expect([...again.predict(inputs).data]).toEqual([...model.predict(inputs).data]);
  expect(save(again)).toEqual(bytes);
});

it("is refused where a file holds a text that is no formula", () => {
  expect(() => registry.revive("activation", { kind: "formula", config: "x * sigmoid(y)" })).toThrow(
    'formula: expected a name that is known at character 13 of "x * sigmoid(y)", got "y". Did you mean x?',
  );
});
