import { dense } from "@neurite/layers";
import { type FitOptions, fit, meanSquaredError, sgd } from "@neurite/network";
import { createRegistry, type Json } from "@neurite/plugin";
import { type Nested, type Type, value } from "@neurite/tensor";
import { engine } from "@neurite/wasm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtins } from "./builtins";
import { testPlugin } from "./testing";

const rows: Type = { shape: [3, 4], dtype: "float32" };
const images: Type = { shape: [3, 2, 4], dtype: "float32" };
const steps: Type = { shape: [3, 5, 4], dtype: "float32" };
const planes: Type = { shape: [3, 5, 4, 2], dtype: "float32" };
const tanhUnits = (units: number): Json => ({ kind: "dense", config: { units, activation: { kind: "tanh" } } });

/** A prediction and a target for a loss that takes no probabilities. */
const pair = (prediction: Nested, target: Nested) => ({
  sample: {
    prediction: value(prediction, { dtype: "float64" }),
    target: value(target, { dtype: "float64" }),
  },
});
const amounts = [
  [0.5, 2.25],
  [1.5, 0.125],
  [3, 40],
];
const twoNumbers = [
  [0.5, 0.75],
  [2.5, 0.0625],
  [4, 3],
];

/** What the kinds that cannot do without options are made of, and what layers take that do not take a table. */
const kinds = {
  add: { inputs: [rows, rows] },
  averagePooling1d: { config: { padding: "same" }, inputs: [steps] },
  averagePooling2d: { config: { kernelSize: [3, 2], padding: 1, countPadding: true }, inputs: [planes] },
  bidirectional: { config: { layer: { kind: "gru", config: { units: 2, returnSequences: true } } }, inputs: [steps] },
  concatenate: { inputs: [rows, { shape: [3, 2], dtype: "float32" }] },
  constant: { config: { value: 0.5 } },
  conv1d: {
    config: {
      filters: 2,
      kernelSize: 3,
      padding: "same",
      activation: { kind: "tanh" },
      biasRegularizer: { kind: "l2", config: { weight: 0.1 } },
    },
    inputs: [steps],
  },
  conv2d: {
    config: { filters: 4, kernelSize: [2, 3], stride: 2, padding: [1, 0], dilation: [2, 1], groups: 2 },
    inputs: [planes],
  },
  cosineDecay: { config: { steps: 100, floor: 0.1 } },
  cosineRestarts: { config: { steps: 3, periodFactor: 2, heightFactor: 0.5 } },
  dense: {
    config: { units: 3, activation: { kind: "prelu" }, weightsRegularizer: { kind: "l2", config: { weight: 0.1 } } },
  },
  dropout: { config: { rate: 0.4 } },
  elasticNet: { config: { l1: 0.1, l2: 0.2 } },
  embedding: { config: { categories: 3, units: 2 }, inputs: [{ shape: [3, 2], dtype: "int32" }] },
  exponentialDecay: { config: { steps: 10, rate: 0.9 } },
  flatten: { inputs: [images] },
  formula: { config: "beta = 1.5; where(x <= 0, expm1(min(x, 0)) / 2, x * sigmoid(beta * x) - min(x^3, 0.1))" },
  globalAveragePooling: { inputs: [steps] },
  globalMaxPooling: { inputs: [planes] },
  gru: { config: { units: 2, resetAfter: false, activation: { kind: "prelu" } }, inputs: [steps] },
  cosineSimilarity: pair(
    [
      [0.3, -1, 2],
      [1, 1, 0.5],
    ],
    [
      [0.5, 1, 1],
      [-1, 0.25, 2],
    ],
  ),
  gammaDeviance: pair(amounts, [
    [0.75, 2],
    [0.125, 1],
    [3.5, 0.5],
  ]),
  gaussianNegativeLogLikelihood: pair(twoNumbers, [[1], [2.25], [-1]]),
  graph: {
    config: {
      inputs: 2,
      steps: [
        { layer: { kind: "add" }, from: [0, 1] },
        { layer: { kind: "dense", config: { units: 2 } }, from: [2] },
      ],
      outputs: [3],
    },
    inputs: [rows, rows],
  },
  groupNormalization: { config: { groups: 2 }, inputs: [steps] },
  l1: { config: { weight: 0.1 } },
  l2: { config: { weight: 0.1 } },
  layerNormalization: { config: { axes: 2 }, inputs: [images] },
  lstm: {
    config: { units: 2, returnSequences: true, returnState: true, useRecurrentBias: true },
    inputs: [steps, { shape: [3, 2], dtype: "float32" }, { shape: [3, 2], dtype: "float32" }],
  },
  maxPooling1d: { inputs: [steps] },
  maxPooling2d: { config: { kernelSize: 3, stride: [2, 1], padding: 1 }, inputs: [planes] },
  inverseTimeDecay: { config: { steps: 10, rate: 0.5 } },
  monotone: { config: { increasing: [0], decreasing: [2] } },
  oneCycle: { config: { steps: 50, anneal: "linear" } },
  polynomialDecay: { config: { steps: 100, power: 2 } },
  meanAbsolutePercentageError: pair(amounts, [
    [0.75, -2],
    [0.125, 1],
    [3.5, 0.5],
  ]),
  negativeBinomial: pair(twoNumbers, [[0], [3], [1]]),
  residual: { config: { layer: tanhUnits(4) } },
  sequential: { config: { layers: [tanhUnits(3), { kind: "dropout", config: { rate: 0.2 } }, tanhUnits(2)] } },
  simpleRnn: {
    config: { units: 3, recurrentWeightsRegularizer: { kind: "l2", config: { weight: 0.1 } } },
    inputs: [steps],
  },
  shared: { config: { layer: tanhUnits(4) } },
  stepDecay: { config: { milestones: [10, 20], factor: 0.5 } },
  warmup: { config: { steps: 5, next: { kind: "cosineDecay", config: { steps: 20 } } } },
} as const;

/** What a compiled module takes from outside, for every module that was compiled while these tests ran. */
const taken: string[] = [];
const { Module } = WebAssembly;

/** Every module that a kind is compiled to is looked at: a function among its imports would be a call back into JavaScript. */
const watched = new Proxy(Module, {
  construct(target, [bytes]: [BufferSource]) {
    const module = new target(bytes);
    const imports = Module.imports(module);
    taken.push(imports.map(({ name, kind }) => `${kind} ${name}`).join());
    const calls = imports.filter(({ kind }) => kind === "function");
    if (calls.length > 0)
      throw new Error(`a compiled program calls ${calls.map(({ name }) => name).join()} of JavaScript`);
    return module;
  },
});
beforeAll(() => {
  WebAssembly.Module = watched;
});
afterAll(() => {
  WebAssembly.Module = Module;
});

describe("every built-in kind passes its checks", () => {
  testPlugin(builtins, { test: it, builtin: true, kinds });
});

describe("what is compiled of every built-in kind", () => {
  const registry = createRegistry({ plugins: [builtins] });
  const configOf = (kind: string): Json | undefined => {
    const { config } = { config: undefined, ...(kinds as Readonly<Record<string, { config?: Json }>>)[kind] };
    return config;
  };
  const data = {
    inputs: [
      [1, 2, 3],
      [2, 0, 1],
    ],
    targets: [[1], [0]],
  };
  const train = (layer: Parameters<typeof dense>[0], more: Partial<FitOptions>) =>
    fit(dense(layer), data, {
      loss: meanSquaredError,
      optimizer: sgd(),
      epochs: 1,
      backend: engine({ threads: 1 }),
      ...more,
    });

  it.each(registry.kinds("schedule"))("holds the schedule %s", async (kind) => {
    const schedule = registry.make("schedule", kind, configOf(kind));
    const before = taken.length;
    const { history } = await train({ units: 1 }, { schedule, onWarning: () => undefined });
    expect(history.epochs[0]?.learningRate).toBeGreaterThanOrEqual(0);
    expect(taken.length).toBeGreaterThan(before);
  });

  it.each(registry.kinds("constraint"))("holds the constraint %s", async (kind) => {
    const before = taken.length;
    await train({ units: 1, weightsConstraint: registry.make("constraint", kind, configOf(kind)) }, {});
    expect(taken.length).toBeGreaterThan(before);
  });

  it.each(registry.kinds("regularizer"))("holds the regularizer %s", async (kind) => {
    const before = taken.length;
    await train({ units: 1, weightsRegularizer: registry.make("regularizer", kind, configOf(kind)) }, {});
    expect(taken.length).toBeGreaterThan(before);
  });

  it("takes its memory from outside and nothing else: no call goes back into JavaScript", () => {
    expect(taken.length).toBeGreaterThan(300); // activations, layers, losses and optimizers by their checks of parity
    const programs = taken.filter((text) => text !== ""); // the probe for SIMD takes nothing at all
    expect([...new Set(programs)]).toEqual(["memory memory"]);
  });
});

describe("the built-in kinds", () => {
  it("are bare words", () => {
    const { name, ...shelves } = builtins;
    const names = Object.values(shelves).flatMap((shelf) => Object.keys(shelf));
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((kind) => !/^[a-z][a-zA-Z0-9]*$/.test(kind))).toEqual([]);
    expect(name).toBe("neurite");
  });
});
