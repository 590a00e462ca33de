import { activationsPlugin } from "@neurite/activations";
import { dense, layersPlugin } from "@neurite/layers";
import {
  connect,
  createModel,
  fit,
  graph,
  inputPoint,
  meanSquaredError,
  networkPlugin,
  sequential,
  sgd,
} from "@neurite/network";
import { type Activation, type AnyLayer, createRegistry, type Layer, type Plugin, readConfig } from "@neurite/plugin";
import { constant, NeuriteError, type Tensor, value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { acme, block, mix, ramp, recurrent, snake, swish, tied } from "../test/acme";
import { descriptionOf, edit } from "../test/edit-file";
import { load, openModelFile, save } from "./index";

const builtins = [activationsPlugin, layersPlugin, networkPlugin] as const;
const base = createRegistry({ plugins: [...builtins] });
const full = createRegistry({ plugins: [...builtins, acme] });
const quiet = { onWarning: () => undefined };

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof NeuriteError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "no refusal";
}

/** A second plugin. */
const zeta = {
  name: "zeta",
  package: { name: "zeta-kinds", version: "0.3.0" },
  activations: { "zeta/cube": () => cube },
  layers: {
    "zeta/twice": (config, revival) => twice(readConfig("zeta/twice", config, revival).made("layer", "inner") as Layer),
  },
} as const satisfies Plugin;
const cube: Activation = { kind: "zeta/cube", apply: (x) => x.mul(x).mul(x) };
/** Applies one layer two times over. */
const twice = (inner: Layer): Layer => ({
  kind: "zeta/twice",
  config: { inner },
  apply: ([x], scope) => scope.child("inner", inner, [scope.child("inner", inner, [x])]),
});

describe("a model whose plugin is missing", () => {
  it("may become a part of another network", async () => {
    const old = createModel(sequential([dense({ units: 3 }), mix(0.2), dense({ units: 3, activation: snake(2) })]), {
      inputs: [3],
      seed: 1,
    });
    const bytes = save(old, { registry: full });
    const train = async (part: AnyLayer) => {
      const network = sequential([dense({ units: 3 }), part, dense({ units: 1 })]);
      const start = createModel(network, { inputs: [2], seed: 2, weights: weightsFor(network) });
      const { model } = await fit(
        start,
        {
          inputs: [
            [1, 2],
            [3, 4],
            [5, 7],
          ],
          targets: [[1], [0], [1]],
        },
        {
          loss: meanSquaredError,
          optimizer: sgd(),
          learningRate: 0.01,
          epochs: 3,
        },
      );
      return [...model.weights].map(([path, { data }]) => [path, ...data]);
    };
    const weightsFor = (network: AnyLayer) => {
      const fresh = createModel(sequential([dense({ units: 3 }), old.network, dense({ units: 1 })]), { inputs: [2] });
      expect(network.kind).toBe("sequential");
      return fresh.weights;
    };
    const without = load(bytes, { registry: base, ...quiet }).network;
    expect(await train(without)).toEqual(await train(old.network));
  });

  it("finds tied weights again inside another network", () => {
    const table = dense({ units: 3 });
    const old = createModel(sequential([table, tied(table)]), { inputs: [4], seed: 1 });
    const { network } = load(save(old, { registry: full }), { registry: base, ...quiet });
    const predict = (part: AnyLayer) =>
      createModel(sequential([part, dense({ units: 1 })]), { inputs: [4], seed: 2 }).predict([[1, 2, 3, 4]]);
    expect(predict(network)).toEqual(predict(old.network));
  });

  it("lends single layers, but only for inputs that its file knows", () => {
    const old = createModel(sequential([dense({ units: 3 }), mix(0.2)]), { inputs: [3], seed: 1 });
    const { network } = load(save(old, { registry: full }), { registry: base, ...quiet });
    const { layers } = network.config as { layers: AnyLayer[] };
    const lent = layers[1] as AnyLayer;
    expect(refusal(() => createModel(sequential([lent, dense({ units: 1 })]), { inputs: [3] }))).toBe(
      'unknown-kind: The initializer "acme/ramp" of "acme" (neurite-plugin-acme 1.2.0) is missing, so no new weights can be drawn. Run npm install neurite-plugin-acme@1.2.0, import { plugin } from "neurite-plugin-acme" and pass it: createRegistry({ plugins: [builtins, plugin] }).',
    );
    expect(refusal(() => createModel(sequential([lent]), { inputs: [4] }))).toBe(
      'unknown-kind: The layer "acme/mix" of "acme" (neurite-plugin-acme 1.2.0) is missing, and its file has no expression of it for float32 [1, 4] at "0/acme/mix". Run npm install neurite-plugin-acme@1.2.0, import { plugin } from "neurite-plugin-acme" and pass it: createRegistry({ plugins: [builtins, plugin] }).',
    );
  });

  it("keeps apart kinds of other options when its layers are used elsewhere", () => {
    const old = createModel(
      sequential([dense({ units: 2, activation: snake(1) }), dense({ units: 2, activation: snake(3) })]),
      { inputs: [2] },
    );
    const { network } = load(save(old), { registry: base, ...quiet });
    const [, second] = (network.config as { layers: AnyLayer[] }).layers as [AnyLayer, AnyLayer];
    // alone it stands at the path where the other one stood
    const make = (layer: AnyLayer) => createModel(sequential([layer]), { inputs: [2], seed: 3 }).predict([[1, 2]]);
    expect(make(second)).toEqual(make(dense({ units: 2, activation: snake(3) })));
    expect(make(second)).not.toEqual(make(dense({ units: 2, activation: snake(1) })));
  });

  it("keeps what a missing kind holds inside, for when one of two plugins is back", () => {
    const inner = dense({ units: 3, activation: cube });
    const model = createModel(sequential([block(twice(inner), swish), dense({ units: 1, activation: cube })]), {
      inputs: [3],
      seed: 1,
    });
    const both = createRegistry({ plugins: [...builtins, acme, zeta] });
    const bytes = save(model, { registry: both });
    const given = [[0.1, 0.2, -0.3]];
    const withZeta = createRegistry({ plugins: [...builtins, zeta] });
    for (const registry of [base, full, withZeta, both]) {
      const again = load(bytes, { registry, ...quiet });
      expect(again.predict(given)).toEqual(model.predict(given));
      expect(save(again)).toEqual(bytes);
      for (const later of [base, full, withZeta, both]) {
        expect(load(save(again), { registry: later, ...quiet }).predict(given)).toEqual(model.predict(given));
      }
    }
    const kinds = openModelFile(bytes, { registry: full, ...quiet }).warnings.map(
      ({ message }) => /"\w+\/\w+"/.exec(message)?.[0],
    );
    expect(kinds).toEqual(['"zeta/twice"', '"zeta/cube"']);
  });

  it("runs a missing activation within the loop of a layer whose plugin is there", async () => {
    const model = createModel(sequential([recurrent(2, cube), dense({ units: 1 })]), { inputs: [[3, 2]], seed: 1 });
    const again = load(save(model, { registry: full }), { registry: full, ...quiet });
    const inputs = [
      [
        [0.1, 0.2],
        [0.3, -0.4],
        [0.5, 0.6],
      ],
      [
        [1, 0.5],
        [-1, 0],
        [0.2, 0.9],
      ],
    ];
    expect(again.predict(inputs)).toEqual(model.predict(inputs));
    const options = { loss: meanSquaredError, optimizer: sgd(), learningRate: 0.1, epochs: 3 };
    const trained = await fit(model, { inputs, targets: [[1], [0]] }, options);
    const trainedAgain = await fit(again, { inputs, targets: [[1], [0]] }, options);
    expect([...trainedAgain.model.weights]).toEqual([...trained.model.weights]);
    expect([...trained.model.weights]).not.toEqual([...model.weights]);
  });

  it("keeps a layer that stands outside and in the options of a missing one a single layer", () => {
    const table = dense({ units: 3 });
    const model = createModel(sequential([table, tied(table)]), { inputs: [4], seed: 1 });
    const bytes = save(model, { registry: full });
    const { layers } = descriptionOf(bytes).network.config;
    expect(layers[1]).toEqual({ kind: "acme/tied", config: { table: { same: 1 } } });
    const without = load(bytes, { registry: base, ...quiet });
    const [first, second] = (without.network.config as { layers: readonly [AnyLayer, AnyLayer] }).layers;
    expect((second.config as { table: unknown }).table).toBe(first);
    expect(load(save(without), { registry: full }).predict([[1, 2, 3, 4]])).toEqual(model.predict([[1, 2, 3, 4]]));
  });

  it("tells apart one layer applied to a tensor twice and to two tensors", () => {
    const same: Layer<readonly [Tensor, Tensor]> = { kind: "acme/join", arity: 2, apply: ([a, b]) => a.mul(2).sub(b) };
    const x = inputPoint();
    const network = graph({ inputs: [x], outputs: [connect(same, connect(same, x, x), x)] });
    const model = createModel(network, { inputs: [2] });
    const bytes = save(model);
    expect(descriptionOf(bytes).expressions.map((e: { same?: number[] }) => e.same)).toEqual([[0, 0], undefined]);
    const again = load(bytes, { registry: base, ...quiet });
    expect([...again.predict([[1, 5]]).data]).toEqual([1, 5]); // 2 (2x - x) - x
  });
});

describe("a foreign kind that cannot be carried", () => {
  const host = (apply: Layer["apply"]): AnyLayer => ({ kind: "acme/host", apply });
  const inside = (applied: (x: Tensor) => Tensor): AnyLayer => ({
    kind: "host",
    apply: ([x]: readonly [Tensor], scope) => {
      const other = x.mul(2);
      return scope.activate("f", { kind: "acme/closure", apply: (y) => applied(y.add(other)) }, x.mul(3));
    },
  });

  it("is refused where it reaches for a tensor that it was not given", () => {
    expect(
      refusal(() =>
        save(
          createModel(
            inside((x) => x),
            { inputs: [2] },
          ),
        ),
      ),
    ).toMatch(
      /^bad-plugin: save: acme\/closure at "f" cannot be cut out of the network: it uses a tensor that is neither its input nor asked of its scope/,
    );
  });

  it("is refused where it depends on the number of rows while training only", () => {
    const layer = host(([x], scope) => (scope.training ? x.mul(1 / (x.shape[0] ?? 1)) : x.mul(1)));
    expect(refusal(() => save(createModel(layer, { inputs: [2] })))).toContain("rows-dependent");
  });

  it("is refused where it asks for other things with other numbers of rows", () => {
    const layer = host(([x], scope) => {
      if (scope.training && x.shape[0] === 11) scope.penalty(x.sum());
      return x.mul(1);
    });
    expect(refusal(() => save(createModel(layer, { inputs: [2] })))).toContain("asks its scope for other things");
  });

  it("is refused where one place computes different things for the same inputs", () => {
    let calls = 0;
    const moody: Activation = { kind: "acme/moody", apply: (x) => x.mul(1 + (calls++ % 2)) };
    const layer = host(([x], scope) => scope.activate("f", moody, scope.activate("f", moody, x)));
    expect(refusal(() => save(createModel(layer, { inputs: [2] })))).toContain(
      '"acme/moody" computes different things',
    );
  });
});

describe("a damaged expression", () => {
  const model = createModel(sequential([mix(0.5)]), { inputs: [2], seed: 1 });
  const bytes = save(model, { registry: full });
  const refused = (change: Parameters<typeof edit>[1]) =>
    refusal(() => load(edit(bytes, change), { registry: base, ...quiet }));

  it("is refused when the file is loaded, one for training too", () => {
    expect(refused((d) => d.expressions.splice(1, 2))).toContain('unknown-kind: Unknown layer "acme/mix"');
    expect(refused((d) => (d.expressions[1].path = "1/acme/mix"))).toMatch(/no expression of it for float32 \[1, 2\]/);
    const training = (d: { expressions: { training?: boolean; requests: unknown[]; graph: number }[] }) =>
      d.expressions.find((e) => e.training) ?? { requests: [], graph: 0 };
    expect(refused((d) => training(d).requests.pop())).toContain("outputs, updates and penalties");
    expect(refused((d) => training(d).requests.shift())).toContain("in this file takes");
    expect(refused((d) => (d.graphs[training(d).graph].nodes[8].op = "eval"))).toContain("bad-file: An expression");
    expect(refused((d) => (d.graphs[0].operations = 3))).toContain("newer-version: An expression");
  });

  it("is refused beyond the limit of operations", () => {
    const many = (d: { expressions: unknown[]; graphs: { nodes: unknown[] }[] }) => {
      const [graph] = d.graphs;
      const nodes = Array.from({ length: 50_000 }, () => graph?.nodes[0]);
      d.graphs = d.graphs.map(() => ({ ...graph, nodes }));
      d.expressions = Array.from({ length: 50 }, () => d.expressions[0]);
    };
    expect(refused(many)).toContain("too-large: The expressions of a model file may have 2000000 operations in all");
  });

  it("is not needed where the plugin is there", () => {
    const without = edit(bytes, (d) => {
      delete d.expressions;
      delete d.graphs;
    });
    expect(load(without, { registry: full }).predict([[1, 2]])).toEqual(model.predict([[1, 2]]));
    expect(refusal(() => load(without, { registry: base }))).toContain('unknown-kind: Unknown layer "acme/mix"');
  });
});

describe("where a foreign kind comes from", () => {
  const model = createModel(sequential([dense({ units: 1, activation: snake(), weightsInitializer: ramp })]), {
    inputs: [1],
  });
  const foreignOf = (bytes: Uint8Array) => descriptionOf(bytes).foreign;
  const source = { name: "neurite-plugin-acme", version: "1.2.0" };
  const told = ["acme/ramp", "acme/snake"].map((kind) => ({ kind, plugin: "acme", package: source }));

  it("is told by the registry, and by the prefix without one", () => {
    expect(foreignOf(save(model, { registry: full }))).toEqual(told);
    expect(foreignOf(save(model))).toEqual(told.map(({ kind, plugin }) => ({ kind, plugin })));
  });

  it("stays with a stand-in, also when another registry is passed", () => {
    const newer = { ...acme, package: { ...source, version: "2.0.0" } };
    const registry = createRegistry({ plugins: [...builtins, newer] });
    const bytes = save(model, { registry: full });
    expect(foreignOf(save(load(bytes, { registry: base, ...quiet }), { registry }))).toEqual(told);
    const renewed = told.map((kind) => ({ ...kind, package: newer.package }));
    expect(foreignOf(save(load(bytes, { registry, ...quiet })))).toEqual(renewed);
  });

  it("keeps values that a plugin's expression holds, whatever they are", () => {
    const numbers = Float32Array.of(0.1, -0, Number.NaN, Number.POSITIVE_INFINITY);
    const layer: Layer = { kind: "acme/odd", apply: ([x]) => x.mul(constant(numbers)).maximum(-1) };
    const odd = createModel(layer, { inputs: [4] });
    const given = value([[1, 1, 1, 1]]);
    expect(load(save(odd), { registry: base, ...quiet }).predict(given)).toEqual(odd.predict(given));
  });
});
