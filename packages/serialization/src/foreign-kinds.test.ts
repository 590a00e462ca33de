import { activationsPlugin, relu, tanh } from "@neurite/activations";
import { batchNormalization, dense, dropout, embedding, flatten, layersPlugin, residual } from "@neurite/layers";
import {
  adam,
  connect,
  createModel,
  fit,
  graph,
  inputPoint,
  type Model,
  meanSquaredError,
  networkPlugin,
  type RowShape,
  sequential,
  shared,
} from "@neurite/network";
import { type AnyLayer, createRegistry } from "@neurite/plugin";
import { type DType, type Shape, seedKey, sizeOf, type Type, uniformAt, type Value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { acme, block, clip, cubic, mix, noisy, pair, ramp, recurrent, snake, swish, tied } from "../test/acme";
import { load, openModelFile, save } from "./index";

const builtins = [activationsPlugin, layersPlugin, networkPlugin] as const;
const base = createRegistry({ plugins: [...builtins] });
const full = createRegistry({ plugins: [...builtins, acme] });
const quiet = { onWarning: () => undefined };

/** Numbers from -1 to 1, or indices below 5. */
function data(seed: number, rows: number, { shape, dtype }: Type): Value {
  const all = [rows, ...shape];
  const at = (i: number) => uniformAt(seedKey(seed), i);
  const numbers = Array.from({ length: sizeOf(all) }, (_, i) =>
    dtype === "int32" ? Math.floor(at(i) * 5) : at(i) * 2 - 1,
  );
  const array = dtype === "int32" ? Int32Array : dtype === "float64" ? Float64Array : Float32Array;
  return { shape: all, dtype, data: array.from(numbers) };
}

const rowsOf = (model: Model, seed: number, rows: number) => model.inputs.map((type, i) => data(seed + i, rows, type));
const bitsOf = (model: Model) => [...model.weights].map(([path, { data: numbers }]) => [path, ...numbers]);
const answers = (model: Model) =>
  [1, 5, 300].map((rows) => model.predictAll(rowsOf(model, 3, rows)).map((v) => [...v.shape, ...v.data]));

async function train(model: Model, epochs: number): Promise<Model> {
  const rows = 21; // batches of 8, 8 and 5
  const targets = model.outputs.map((type, i) => data(90 + i, rows, type));
  const fitted = await fit(
    model,
    { inputs: rowsOf(model, 1, rows), targets },
    {
      loss: model.outputs.map(() => meanSquaredError),
      optimizer: adam({ weightDecay: 0.01 }),
      learningRate: 0.01,
      batchSize: 8,
      epochs,
      seed: 4,
    },
  );
  return fitted.model;
}

interface Case {
  readonly network: () => AnyLayer;
  readonly inputs: Shape | readonly RowShape[];
  readonly dtype?: DType;
}

const once = dense({ units: 3, activation: snake(2) });
const twice = shared(mix(0.25));
const cases: Readonly<Record<string, Case>> = {
  "an activation inside dense": {
    network: () => sequential([dense({ units: 4, activation: snake() }), dense({ units: 1 })]),
    inputs: [3],
  },
  "an activation with a trained parameter, in float64": {
    network: () => sequential([dense({ units: 4, activation: swish }), dense({ units: 1 })]),
    inputs: [3],
    dtype: "float64",
  },
  "one activation object at several widths": {
    network: () => {
      const one = snake(0.5);
      return sequential([dense({ units: 4, activation: one }), dense({ units: 2, activation: one })]);
    },
    inputs: [3],
  },
  "an activation that draws while training": {
    network: () => sequential([dense({ units: 4, activation: noisy }), dropout({ rate: 0.2 }), dense({ units: 1 })]),
    inputs: [3],
  },
  "a layer with parameters, state, keys and penalties": {
    network: () => sequential([dense({ units: 4 }), mix(0.3), dense({ units: 1 })]),
    inputs: [3],
  },
  "a layer as the whole network": { network: () => mix(0.2), inputs: [3] },
  "a layer inside residual inside sequential": {
    network: () => sequential([residual(sequential([mix(0.1), residual(dense({ units: 3, activation: noisy }))]))]),
    inputs: [3],
  },
  "a block with built-in layers inside": {
    network: () =>
      sequential([
        block(sequential([dense({ units: 5, activation: tanh }), batchNormalization(), dense({ units: 3 })]), relu),
        dense({ units: 1, activation: tanh }),
      ]),
    inputs: [3],
  },
  "a block with foreign kinds inside": {
    network: () =>
      sequential([block(dense({ units: 3, activation: swish, weightsRegularizer: cubic(0.1) }), noisy), mix(0.1)]),
    inputs: [3],
  },
  "weights tied by scope.shared": {
    network: () => {
      const table = embedding({ categories: 5, units: 3 });
      return sequential([table, flatten(), tied(table)]);
    },
    inputs: [{ shape: [1], dtype: "int32" }],
  },
  "a graph with a layer applied twice": {
    network: () => {
      const [a, b] = [inputPoint(), inputPoint()];
      const left = connect(once, a);
      const right = connect(once, b);
      const both = pair();
      const joined = connect(both, left, right);
      const alone = connect(both, left, left);
      return graph({ inputs: [a, b], outputs: [connect(pair(), joined, alone), right] });
    },
    inputs: [[3], [3]],
  },
  "a shared layer with state in two places": {
    network: () => sequential([dense({ units: 3 }), twice, twice, dense({ units: 1 })]),
    inputs: [3],
  },
  "a loop with an activation inside": {
    network: () => sequential([recurrent(3, swish), dense({ units: 1 })]),
    inputs: [[4, 2]],
  },
  "a loop with a block's activation that draws": {
    network: () => sequential([recurrent(3, noisy)]),
    inputs: [[4, 2]],
  },
  "constraints, regularizers and initializers of dense": {
    network: () =>
      sequential([
        dense({
          units: 3,
          weightsConstraint: clip(0.3),
          biasConstraint: clip(0.1),
          weightsRegularizer: cubic(0.2),
          weightsInitializer: ramp,
        }),
        dense({ units: 1, biasRegularizer: cubic(0.3), weightsConstraint: clip(0.2) }),
      ]),
    inputs: [3],
  },
};

describe.each(Object.entries(cases))("%s", (_, { network, inputs, dtype = "float32" }) => {
  const fresh = () => createModel(network(), { inputs, dtype, seed: 5 });

  it("predicts and trains on with the same bits, with its plugin and without", async () => {
    const model = await train(fresh(), 1);
    const bytes = save(model, { registry: full });
    const original = await train(model, 2);
    for (const registry of [full, base]) {
      const again = load(bytes, { registry, ...quiet });
      expect(bitsOf(again)).toEqual(bitsOf(model));
      expect(answers(again)).toEqual(answers(model));
      expect(bitsOf(await train(again, 2))).toEqual(bitsOf(original));
    }
  });

  it("is saved again to the same bytes, with its plugin and without", () => {
    const bytes = save(fresh(), { registry: full });
    expect(save(fresh(), { registry: full })).toEqual(bytes);
    const without = load(bytes, { registry: base, ...quiet });
    expect(save(load(bytes, { registry: full }))).toEqual(bytes);
    expect(save(without)).toEqual(bytes);
    const warned: string[] = [];
    const back = load(save(without), { registry: full, onWarning: ({ message }) => warned.push(message) });
    expect(warned).toEqual([]);
    expect(answers(back)).toEqual(answers(without));
  });

  it("is refused where that is asked for, and warned about otherwise", () => {
    const bytes = save(fresh(), { registry: full });
    expect(() => load(bytes, { registry: base, missing: "error" })).toThrow(
      /Unknown \w+ "acme\/\w+": it comes from the plugin "acme" \(neurite-plugin-acme 1\.2\.0\)/,
    );
    const { warnings } = openModelFile(bytes, { registry: base, ...quiet });
    expect(warnings.length).toBeGreaterThan(0);
    for (const { message } of warnings) {
      expect(message).toMatch(/"acme\/\w+" of the plugin "acme" \(neurite-plugin-acme 1\.2\.0\) is missing here: /);
    }
  });
});
