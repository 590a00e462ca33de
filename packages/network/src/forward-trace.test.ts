import { gelu, relu, softmax, tanh } from "@neurite/activations";
import {
  batchNormalization,
  concatenate,
  dense,
  embedding,
  flatten,
  layerNormalization,
  residual,
} from "@neurite/layers";
import type { AnyLayer, Layer } from "@neurite/plugin";
import { type Backend, type DType, interpreter, seedKey, uniformAt, type Value, value } from "@neurite/tensor";
import { wasm } from "@neurite/wasm";
import { describe, expect, it } from "vitest";
import { connect, createModel, graph, inputPoint, type RowShape, sequential } from "./index";

/** Whatever runs a model has to end in what it predicts. */
const backends: readonly Backend[] = [interpreter, wasm];

function twoInputs(): AnyLayer {
  const [numbers, city] = [inputPoint(), inputPoint()];
  const embedded = connect(flatten(), connect(embedding({ categories: 9, units: 3 }), city));
  const joined = connect(concatenate(), numbers, embedded);
  const outputs = [connect(dense({ units: 2, activation: tanh }), joined), connect(dense({ units: 1 }), joined)];
  return graph({ inputs: [numbers, city], outputs });
}

const unused: Layer = {
  kind: "acme/unused",
  apply: ([x], scope) => scope.child("only", dense({ units: 2 }), [x.mul(0).add(1)]),
};

const networks: Record<string, () => AnyLayer> = {
  "a deep one": () =>
    sequential([dense({ units: 32, activation: tanh }), dense({ units: 32, activation: gelu() }), dense({ units: 1 })]),
  "one with normalisation and a residual": () =>
    sequential([
      dense({ units: 6, activation: relu }),
      residual(sequential([layerNormalization(), dense({ units: 6 }), batchNormalization()])),
      dense({ units: 3, activation: softmax() }),
    ]),
  "one that looks at nothing": () => unused,
  "one without arithmetic": () => flatten(),
};

describe.each(backends)("trace on $name", (backend) => {
  const rowOf = (dtype: DType): Value => {
    const numbers = Float64Array.from({ length: 5 }, (_, i) => uniformAt(seedKey(5), i) * 6 - 3);
    return value(dtype === "float64" ? numbers : Float32Array.from(numbers), { shape: [1, 5] });
  };
  const build = (network: AnyLayer, inputs: readonly RowShape[], dtype: DType) =>
    createModel(network, { inputs, dtype, seed: 4, backend });

  for (const dtype of ["float32", "float64"] as const) {
    it.each(Object.keys(networks))(`ends in the bits of predict: %s, ${dtype}`, (name) => {
      const model = build((networks[name] ?? flatten)(), [[5]], dtype);
      const row = rowOf(dtype);
      const { outputs, layers, inputs } = model.trace(row);
      expect(inputs).toEqual([[...row.data]]);
      expect(outputs).toEqual([[...model.predict(row).data]]);
      expect(layers.at(-1)?.output).toEqual(outputs[0]);
      for (const { units, output } of layers) if (units) expect(units.map((unit) => unit.output)).toEqual(output);
    });
  }

  it("ends in the bits of a row among many", () => {
    const model = build((networks["a deep one"] ?? flatten)(), [[5]], "float32");
    const data = Float32Array.from({ length: 500 * 5 }, (_, i) => uniformAt(seedKey(6), i) * 6 - 3);
    const all = model.predict(value(data, { shape: [500, 5] })).data;
    for (const row of [0, 255, 256, 499]) {
      const { outputs } = model.trace(value(data.slice(row * 5, row * 5 + 5), { shape: [1, 5] }));
      expect(outputs).toEqual([[all[row]]]);
    }
  });

  it("follows several inputs and outputs", () => {
    const model = build(twoInputs(), [[5], { shape: [1], dtype: "int32" }], "float32");
    const row = [rowOf("float32"), value(Int32Array.of(7), { shape: [1, 1] })];
    const { outputs, inputs } = model.trace(row);
    expect(inputs[1]).toEqual([7]);
    expect(outputs).toEqual(model.predictAll(row).map(({ data }) => [...data]));
  });
});
