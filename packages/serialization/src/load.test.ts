import { activationsPlugin, prelu, relu, softmax, tanh } from "@neurite/activations";
import {
  add,
  batchNormalization,
  concatenate,
  dense,
  dropout,
  embedding,
  flatten,
  l2,
  layerNormalization,
  layersPlugin,
  residual,
} from "@neurite/layers";
import { connect, createModel, graph, inputPoint, networkPlugin, sequential, shared } from "@neurite/network";
import { createRegistry, type Json } from "@neurite/plugin";
import { type Backend, interpreter, NeuriteError, value } from "@neurite/tensor";
import { describe, expect, it, vi } from "vitest";
import { snake } from "../test/acme";
import { descriptionOf } from "../test/edit-file";
import { load, openModelFile, readSafetensors, save, writeSafetensors } from "./index";

const registry = createRegistry({ plugins: [activationsPlugin, layersPlugin, networkPlugin] });

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof NeuriteError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "no refusal";
}

const point = () => inputPoint();
const [numbers, words] = [point(), point()];
const everything = createModel(
  graph({
    inputs: [numbers, words],
    outputs: [
      connect(
        sequential([
          dense({ units: 4, activation: prelu(), weightsRegularizer: l2(0.1) }),
          batchNormalization(),
          layerNormalization(),
          dropout({ rate: 0.5 }),
          residual(dense({ units: 4, activation: tanh })),
          dense({ units: 3, activation: softmax() }),
        ]),
        connect(concatenate(), numbers, connect(flatten(), connect(embedding({ categories: 4, units: 2 }), words))),
      ),
      connect(add(), numbers, numbers),
    ],
  }),
  { inputs: [[3], { shape: [2], dtype: "int32" }], seed: 2 },
);
const rows = [
  value([
    [0.1, -2, 3],
    [4, 5, -6],
  ]),
  value(
    [
      [0, 1],
      [3, 2],
    ],
    { dtype: "int32" },
  ),
];

describe("save and load", () => {
  it("give the same model back, to the bit, and the same bytes again", () => {
    const bytes = save(everything);
    const again = load(bytes, { registry });
    expect(again.predictAll(rows)).toEqual(everything.predictAll(rows));
    expect([...again.weights]).toEqual([...everything.weights]);
    expect(again.summary()).toMatchObject({ layers: everything.summary().layers });
    expect(save(again)).toEqual(bytes);
    expect(save(everything)).toEqual(bytes);
  });

  it("keep float64", () => {
    const model = createModel(sequential([dense({ units: 1 })]), { inputs: [2], dtype: "float64", seed: 1 });
    const again = load(save(model), { registry });
    expect(again.dtype).toBe("float64");
    expect(again.predict([[0.1, 0.2]])).toEqual(model.predict([[0.1, 0.2]]));
  });

  it("write kinds and options, and no expressions where all kinds are neurite's", () => {
    const model = createModel(sequential([dense({ units: 1, activation: relu, useBias: false })]), { inputs: [2] });
    const bytes = save(model);
    const { tensors, metadata } = readSafetensors(bytes);
    expect([...tensors.keys()]).toEqual(["0/dense/weights"]);
    expect([...metadata.keys()]).toEqual(["neurite"]);
    expect(descriptionOf(bytes)).toEqual({
      version: 1,
      dtype: "float32",
      inputs: [{ shape: [2], dtype: "float32" }],
      network: {
        kind: "sequential",
        config: {
          layers: [
            {
              kind: "dense",
              config: {
                units: 1,
                activation: { kind: "relu" },
                useBias: false,
                weightsInitializer: { kind: "glorotUniform", config: { gain: 1 } },
                biasInitializer: { kind: "zeros" },
              },
            },
          ],
        },
      },
    });
  });

  it("write activations and initializers in full each time, since they hold nothing of their own", () => {
    const layers = () => [dense({ units: 2, activation: relu }), dense({ units: 2, activation: { ...relu } })];
    const bytes = save(createModel(sequential(layers()), { inputs: [2] }));
    const [first, second] = descriptionOf(bytes).network.config.layers;
    expect(first).toEqual(second);
    const again = load(bytes, { registry });
    expect(save(again)).toEqual(bytes);
    const one = [dense({ units: 2, activation: relu }), dense({ units: 2, activation: relu })];
    expect(save(createModel(sequential(one), { inputs: [2] }))).toEqual(bytes);
  });

  it("keep one layer in several places one layer", () => {
    const again = shared(dense({ units: 2 }));
    const model = createModel(sequential([again, again, again]), { inputs: [2], seed: 3 });
    const bytes = save(model);
    const { layers } = descriptionOf(bytes).network.config;
    expect(layers[0].id).toBe(1);
    expect(layers.slice(1)).toEqual([{ same: 1 }, { same: 1 }]);
    const loaded = load(bytes, { registry });
    expect(loaded.weights.size).toBe(2);
    expect(loaded.predict([[1, 2]])).toEqual(model.predict([[1, 2]]));
    expect(save(loaded)).toEqual(bytes);
  });

  it("keep a layer that a graph applies twice one layer", () => {
    const [a, b] = [inputPoint(), inputPoint()];
    const tower = dense({ units: 2, activation: tanh });
    const network = graph({ inputs: [a, b], outputs: [connect(add(), connect(tower, a), connect(tower, b))] });
    const model = createModel(network, { inputs: [[3], [3]], seed: 3 });
    const loaded = load(save(model), { registry });
    const given = [value([[1, 2, 3]]), value([[4, 5, 6]])];
    expect(loaded.weights.size).toBe(2);
    expect(loaded.predict(given)).toEqual(model.predict(given));
  });
});

describe("the caller's own data", () => {
  const model = createModel(sequential([dense({ units: 1 })]), { inputs: [1], seed: 1 });

  it("comes back as it was", () => {
    const metadata: Record<string, Json> = {
      table: { columns: ["a", null, 1.5], kind: "tabular", same: 3 },
      note: "ä",
    };
    const tensors = new Map([
      ["0/dense/weights", value([1, Number.NaN], { dtype: "float64" })],
      ["mask", value([[true], [false]], { dtype: "bool" })],
    ]);
    const file = openModelFile(save(model, { metadata, tensors }), { registry });
    expect(JSON.parse(JSON.stringify(Object.fromEntries(file.metadata)))).toEqual(metadata);
    expect([...file.tensors]).toEqual([...tensors]);
    expect([...file.model.weights]).toEqual([...model.weights]);
    expect(file.warnings).toEqual([]);
    const again = { metadata: file.metadata, tensors: file.tensors };
    expect(save(file.model, again)).toEqual(save(model, { metadata, tensors }));
  });

  it("is refused where JSON would lose it", () => {
    const refused = (metadata: unknown) => refusal(() => save(model, { metadata: metadata as Record<string, Json> }));
    expect(refused({ score: { r2: Number.NaN } })).toContain("metadata.score.r2 should be a finite number, got NaN");
    expect(refused({ when: new Date(0) })).toContain(
      "metadata.when should be plain data or a kind, got an instance of Date",
    );
    expect(refused({ list: [() => 1] })).toContain("metadata.list[0] should be plain data or a kind, got a function");
    expect(refused({ text: "\ud800" })).toContain("half a surrogate pair");
    const ring: Record<string, unknown> = {};
    ring.ring = ring;
    expect(refused(ring)).toContain("too-large: save: data should be nested at most 110 deep");
  });

  it("may have any name", () => {
    const metadata = new Map<string, Json>([["__proto__", { polluted: true }]]);
    const file = openModelFile(save(model, { metadata }), { registry });
    expect(file.metadata.get("__proto__")).toMatchObject({ polluted: true });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe("load", () => {
  const model = createModel(sequential([dense({ units: 1, activation: snake() })]), { inputs: [1], seed: 1 });

  it("warns on the console unless told otherwise", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    load(save(model), { registry });
    expect(warn.mock.calls).toEqual([
      [
        'The activation "acme/snake" of the plugin "acme" is missing here: it runs from its expression in the file, with the same results. Get the plugin "acme" from whoever made the file and pass it: createRegistry({ plugins: [builtins, plugin] }).',
      ],
    ]);
    warn.mockRestore();
  });

  it("runs the model on the backend that is passed", () => {
    const own: Backend = { name: "own", compile: (program) => interpreter.compile(program) };
    expect(load(save(everything), { registry, backend: own }).backend.name).toBe("own");
  });

  it("refuses options that are none", () => {
    expect(refusal(() => load(save(everything), {} as never))).toContain('bad-argument: load: "registry" should be');
    const missing = "ignore" as "error";
    expect(refusal(() => load(save(everything), { registry, missing }))).toContain('got "ignore"');
  });

  it("tells a file that is no model from one that is no safetensors file", () => {
    expect(refusal(() => load(new Uint8Array([1, 2, 3]), { registry }))).toContain("bad-file: safetensors: the file");
    const plain = writeSafetensors(new Map(), new Map([["format", "pt"]]));
    expect(refusal(() => load(plain, { registry }))).toContain(
      "bad-file: This safetensors file holds no neurite model",
    );
  });
});
