import { linear, relu, softmax, tanh } from "@neurite/activations";
import { concatenate, dense, embedding, flatten } from "@neurite/layers";
import type { Layer } from "@neurite/plugin";
import { constant, NeuriteError, type Value, value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { connect, createModel, graph, inputPoint, mae, meanSquaredError, sequential, shared } from "./index";

const weights = (entries: Record<string, Value>) => new Map(Object.entries(entries));
/** The article's network: 2·1 + 3·1 = 5 and 2·(-1) + 3·1 = 1 in the hidden nodes, 2·tanh 5 - tanh 1 in the output. */
const article = () =>
  createModel(
    sequential([dense({ units: 2, activation: tanh, useBias: false }), dense({ units: 1, useBias: false })]),
    {
      inputs: [2],
      dtype: "float64",
      weights: weights({
        "0/dense/weights": value(
          [
            [1, -1],
            [1, 1],
          ],
          { dtype: "float64" },
        ),
        "1/dense/weights": value([[2], [-1]], { dtype: "float64" }),
      }),
    },
  );

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof NeuriteError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "no error";
}

describe("createModel", () => {
  it("predicts the article's number to the last digit", () => {
    expect(article().predict([[2, 3]]).data[0]).toBe(1.2382242525694254);
  });

  it("draws initial weights by seed and path alone", () => {
    const of = (seed: number) => createModel(sequential([dense({ units: 3 })]), { inputs: [2], seed }).weights;
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
    const deeper = createModel(sequential([dense({ units: 3 }), dense({ units: 3 })]), {
      inputs: [2],
      seed: 1,
    }).weights;
    expect(deeper.get("0/dense/weights")).toEqual(of(1).get("0/dense/weights"));
    expect(deeper.get("1/dense/weights")?.data).not.toEqual(deeper.get("0/dense/weights")?.data);
  });

  it("refuses weights that are missing, of another shape, not finite, or of no layer", () => {
    const network = sequential([dense({ units: 1 })]);
    const make = (entries: Record<string, Value>) =>
      messageOf(() => createModel(network, { inputs: [2], weights: weights(entries) }));
    const good = { "0/dense/weights": value([[1], [2]]), "0/dense/bias": value([0]) };
    expect(make(good)).toBe("no error");
    expect(make({ "0/dense/weights": value([[1], [2]]) })).toContain('Layer "0/dense" lacks its tensor "bias"');
    expect(make({ ...good, "0/dense/bias": value([0, 1]) })).toContain("float32 [1]");
    expect(make({ ...good, "0/dense/weights": value([[1], [Number.NaN]]) })).toContain("got NaN at index 1");
    expect(make({ ...good, __proto__: value([0]), extra: value([0]) })).toContain('"extra" belong to no layer');
  });

  it("refuses a layer whose answer for a row depends on the other rows", () => {
    const counting: Layer = { kind: "acme/counting", apply: ([x]) => x.mul(x.shape[0] ?? 1) };
    expect(messageOf(() => createModel(counting, { inputs: [2] }))).toContain(
      "rows-dependent: acme/counting: the answer for a row should not depend on the other rows",
    );
    const centred: Layer = { kind: "acme/centred", apply: ([x], scope) => (scope.training ? x : x.sub(x.mean(0))) };
    expect(messageOf(() => createModel(centred, { inputs: [2] }))).toContain("rows-dependent: acme/centred");
  });

  it("refuses a layer whose shape depends on the batch", () => {
    const byRows: Layer = { kind: "acme/byRows", apply: ([x]) => x.mul(1 / (x.shape[0] ?? 1)) };
    expect(messageOf(() => createModel(byRows, { inputs: [2] }))).toContain("rows-dependent");
    const summed: Layer = { kind: "acme/summed", apply: ([x]) => x.sum(0) };
    expect(messageOf(() => createModel(summed, { inputs: [2] }))).toContain("one row for each");
  });
});

describe("predict", () => {
  it("answers any number of rows with the same bits, also none", () => {
    const model = createModel(sequential([dense({ units: 4, activation: relu }), dense({ units: 2 })]), {
      inputs: [3],
      seed: 5,
    });
    const inputs = value(
      Float32Array.from({ length: 900 }, (_, i) => Math.sin(i)),
      { shape: [300, 3] },
    );
    const all = model.predict(inputs);
    expect(all.shape).toEqual([300, 2]);
    for (const rows of [1, 2, 16, 17, 256, 257]) {
      const some = model.predict(value(inputs.data.slice(20 * 3, (20 + rows) * 3), { shape: [rows, 3] }));
      expect([...some.data]).toEqual([...all.data.slice(20 * 2, (20 + rows) * 2)]);
    }
    expect(model.predict(value(new Float32Array(0), { shape: [0, 3] }))).toMatchObject({ shape: [0, 2] });
  });

  it("says which columns it was made for", () => {
    expect(messageOf(() => article().predict([[1, 2, 3]]))).toBe(
      "bad-data: predict: the network takes float64 [rows, 2], got float64 [rows, 3]. Bring the columns that it was made for.",
    );
  });

  it("evaluates loss and metrics in the unit of the targets", () => {
    const scores = article().evaluate(
      {
        inputs: [
          [2, 3],
          [0, 0],
        ],
        targets: [[0.2382242525694254], [2]],
      },
      { loss: meanSquaredError, metrics: [mae] },
    );
    expect(scores.loss).toBeCloseTo((1 + 4) / 2, 12);
    expect(scores.metrics.mae).toBeCloseTo(1.5, 12);
  });
});

describe("networks of other shapes", () => {
  it("have several inputs, of several dtypes, and several outputs", () => {
    const [numbers, category] = [inputPoint(), inputPoint()];
    const embedded = connect(flatten(), connect(embedding({ categories: 3, units: 2 }), category));
    const joined = connect(concatenate(), numbers, embedded);
    const network = graph({
      inputs: [numbers, category],
      outputs: [connect(dense({ units: 1 }), joined), connect(dense({ units: 3, activation: softmax() }), joined)],
    });
    const model = createModel(network, { inputs: [[2], { shape: [1], dtype: "int32" }], seed: 1 });
    const rows = [
      value([
        [1, 2],
        [3, 4],
      ]),
      value(Int32Array.of(0, 2), { shape: [2, 1] }),
    ];
    const [number, classes] = model.predictAll(rows);
    expect(number?.shape).toEqual([2, 1]);
    expect(classes?.shape).toEqual([2, 3]);
    expect(messageOf(() => model.predict(rows))).toContain("this network has 2 outputs. Use predictAll.");
    expect(messageOf(() => model.predictAll([[1, 2]]))).toContain("takes float32 [rows, 2] and int32 [rows, 1]");
  });

  it("share the weights of a layer that is applied twice in a graph, or wrapped in shared", () => {
    const point = inputPoint();
    const layer = dense({ units: 2 });
    const twice = graph({ inputs: [point], outputs: [connect(layer, connect(layer, point))] });
    expect(createModel(twice, { inputs: [2] }).summary().parameters).toBe(6);
    const again = shared(dense({ units: 2 }));
    expect(createModel(sequential([again, again]), { inputs: [2] }).summary().parameters).toBe(6);
    const plain = dense({ units: 2 });
    expect(messageOf(() => createModel(sequential([plain, plain]), { inputs: [2] }))).toContain(
      "layer-reused: dense: one layer object with weights stands at",
    );
  });

  it("refuse an input that is not listed", () => {
    const output = connect(dense({ units: 1 }), inputPoint());
    expect(messageOf(() => graph({ inputs: [inputPoint()], outputs: [output] }))).toContain("not among the inputs");
    expect(messageOf(() => sequential([]))).toContain("at least one layer");
  });
});

describe("summary", () => {
  it("tells layers, shapes and numbers of parameters", () => {
    const model = createModel(sequential([dense({ units: 4, activation: relu }), dense({ units: 1 })]), {
      inputs: [3],
    });
    expect(`${model.summary()}`).toBe(
      [
        "layer    output     parameters",
        "0/dense  [rows, 4]          16",
        "1/dense  [rows, 1]           5",
        "21 parameters",
      ].join("\n"),
    );
  });
});

describe("trace", () => {
  it("writes every product, sum and output down, and ends in what predict says", () => {
    const { layers, outputs } = article().trace([[2, 3]]);
    expect(layers[0]).toMatchObject({ path: "0/dense", activation: "tanh" });
    expect(layers[0]?.units).toEqual([
      {
        terms: [
          { input: 2, weight: 1, product: 2 },
          { input: 3, weight: 1, product: 3 },
        ],
        sum: 5,
        output: 0.9999092042625951,
      },
      {
        terms: [
          { input: 2, weight: -1, product: -2 },
          { input: 3, weight: 1, product: 3 },
        ],
        sum: 1,
        output: 0.7615941559557649,
      },
    ]);
    expect(outputs).toEqual([[...article().predict([[2, 3]]).data]]);
  });

  it("shows the bias, and the operations of layers that are no sums of products", () => {
    const model = createModel(sequential([dense({ units: 1, activation: linear }), flatten()]), {
      inputs: [1],
      weights: weights({ "0/dense/weights": value([[3]]), "0/dense/bias": value([0.5]) }),
    });
    const { layers } = model.trace([[2]]);
    expect(layers[0]?.units).toEqual([
      { terms: [{ input: 2, weight: 3, product: 6 }], bias: 0.5, sum: 6.5, output: 6.5 },
    ]);
    expect(layers[1]).toMatchObject({ kind: "flatten", steps: [], output: [6.5] });
    expect(messageOf(() => model.trace([[1], [2]]))).toContain("expected one row, got 2");
  });

  it("keeps the two applications of one layer apart", () => {
    const twice = shared(dense({ units: 1, activation: tanh, useBias: false }));
    const model = createModel(sequential([twice, twice]), {
      inputs: [1],
      dtype: "float64",
      weights: weights({ "0/shared/dense/weights": value([[2]], { dtype: "float64" }) }),
    });
    const [first, second] = model.trace([[1]]).layers.map((layer) => layer.units?.[0]);
    expect(first).toMatchObject({ sum: 2, output: 0.9640275800758169 }); // tanh 2
    expect(second).toMatchObject({ sum: 2 * 0.9640275800758169 });
  });

  it("follows attention-like layers by their steps", () => {
    const twoProducts: Layer = {
      kind: "acme/square",
      apply: ([x]) =>
        x
          .matmul(
            constant([
              [1, 0],
              [0, 1],
            ]),
          )
          .matmul(
            constant([
              [2, 0],
              [0, 2],
            ]),
          ),
    };
    const [layer] = createModel(twoProducts, { inputs: [2] }).trace([[1, 2]]).layers;
    expect(layer?.units).toBeUndefined();
    expect(layer?.steps).toEqual([
      { op: "matmul", output: [1, 2] },
      { op: "matmul", output: [2, 4] },
    ]);
  });
});
