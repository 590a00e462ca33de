import { createRegistry, type Json } from "@neurite/plugin";
import { type Type, value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { builtins } from "./builtins";
import { testActivation, testInitializer, testLayer, testLoss, testMetric, testOptimizer } from "./testing";

const registry = createRegistry({ plugins: [builtins] });
const options = { test: it, builtin: true };
const rows: Type = { shape: [3, 4], dtype: "float32" };

/** The options of the kinds that cannot do without; all others are made with none. */
const configs: Readonly<Record<string, Json>> = {
  dense: { units: 3, activation: { kind: "tanh" } },
  dropout: { rate: 0.4 },
  embedding: { categories: 3, units: 2 },
  residual: { layer: { kind: "dense", config: { units: 4, activation: { kind: "tanh" } } } },
  sequential: {
    layers: [
      { kind: "dense", config: { units: 3 } },
      { kind: "dense", config: { units: 2 } },
    ],
  },
  shared: { layer: { kind: "dense", config: { units: 4 } } },
  graph: {
    inputs: 2,
    steps: [
      { layer: { kind: "add" }, from: [0, 1] },
      { layer: { kind: "dense", config: { units: 2 } }, from: [2] },
    ],
    outputs: [3],
  },
  constant: { value: 0.5 },
};
const inputsOf: Readonly<Record<string, readonly Type[]>> = {
  add: [rows, rows],
  concatenate: [rows, { shape: [3, 2], dtype: "float32" }],
  embedding: [{ shape: [3, 2], dtype: "int32" }],
  graph: [rows, rows],
};

describe("every built-in activation", () => {
  for (const kind of registry.kinds("activation")) {
    testActivation(() => registry.make("activation", kind, configs[kind]), options);
  }
});

describe("every built-in layer", () => {
  for (const kind of registry.kinds("layer")) {
    testLayer(() => registry.make("layer", kind, configs[kind]), { ...options, inputs: inputsOf[kind] ?? [rows] });
  }
});

describe("every built-in loss", () => {
  const prediction = value(
    [
      [0.2, 0.7],
      [0.6, 0.3],
      [0.4, 0.9],
    ],
    { dtype: "float64" },
  );
  const target = value(
    [
      [0, 1],
      [1, 0],
      [0, 1],
    ],
    { dtype: "float64" },
  );
  for (const kind of registry.kinds("loss")) {
    testLoss(() => registry.make("loss", kind), { ...options, sample: { prediction, target } });
  }
});

describe("every built-in optimizer, initializer and metric", () => {
  for (const kind of registry.kinds("optimizer")) {
    const make = () => {
      const made = registry.make("optimizer", kind);
      if (made.mode === "step") return made;
      throw new Error(`${kind} is no optimizer of steps`);
    };
    testOptimizer(make, options);
  }
  for (const kind of registry.kinds("initializer")) {
    testInitializer(() => registry.make("initializer", kind, configs[kind]), options);
  }
  for (const kind of registry.kinds("metric")) testMetric(() => registry.make("metric", kind), options);
});

describe("the built-ins", () => {
  it("are named after their kinds, which are bare words", () => {
    const all = ["activation", "initializer", "layer", "loss", "metric", "optimizer", "regularizer"] as const;
    for (const category of all) {
      expect(registry.kinds(category).length).toBeGreaterThan(0);
      for (const kind of registry.kinds(category)) expect(kind).toMatch(/^[a-z][a-zA-Z0-9]*$/);
    }
  });
});
