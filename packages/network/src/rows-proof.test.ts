import { gelu, prelu, softmax } from "@neurite/activations";
import { batchNormalization, dense, embedding, flatten, layerNormalization, residual } from "@neurite/layers";
import type { AnyLayer, Layer } from "@neurite/plugin";
import { constant, type Graph, iota, NeuriteError, rowTemplate, scan, type Tensor, type Type } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { createModel, sequential } from "./index";
import { rowsAreApart } from "./rows-proof";
import { traceRows } from "./trace-rows";

const numbers = (...shape: number[]): Type => ({ shape, dtype: "float32" });
const layer = (apply: (x: Tensor) => Tensor): Layer => ({ kind: "acme/layer", apply: ([x]) => apply(x) });

function proven(network: AnyLayer, type: Type): boolean {
  const build = (rows: number): Graph => {
    const { traced, inputs } = traceRows(network, [type], "float32", rows);
    return {
      inputs: [...inputs, ...[...traced.parameters, ...traced.state].map(([, { tensor }]) => tensor)],
      outputs: traced.outputs,
    };
  };
  return rowsAreApart(build(7), build(1), rowTemplate(build), 1);
}

function accepted(network: AnyLayer, type: Type): boolean {
  try {
    createModel(network, { inputs: [type] });
    return true;
  } catch (error) {
    if (error instanceof NeuriteError && error.code === "rows-dependent") return false;
    throw error;
  }
}

const table = constant([
  [1, 2],
  [3, 4],
  [5, 6],
]);

/** Layers whose rows are apart, which the graph alone shows. */
const shown: Record<string, readonly [AnyLayer, Type]> = {
  "a deep network": [
    sequential([dense({ units: 3, activation: gelu() }), dense({ units: 2, activation: softmax() })]),
    numbers(2),
  ],
  normalisations: [
    sequential([layerNormalization(), batchNormalization(), residual(dense({ units: 2, activation: prelu() }))]),
    numbers(2),
  ],
  "an embedding": [
    sequential([embedding({ categories: 3, units: 2 }), flatten(), dense({ units: 1 })]),
    { shape: [2], dtype: "int32" },
  ],
  "sums within a row": [layer((x) => x.sum(1, { keep: true }).add(x.max(1, { keep: true }))), numbers(3)],
  "products within a row": [layer((x) => x.matmul(x, { transposeB: true })), numbers(3, 2)],
  "axes behind the first exchanged": [layer((x) => x.transpose([0, 2, 1]).reshape([-1, 6])), numbers(3, 2)],
  "a window and an edge": [layer((x) => x.slice([0, 1], [x.shape[0] ?? 0, 2]).pad([0, 1], [0, 0])), numbers(3)],
  "columns by number": [layer((x) => x.gather(constant(Int32Array.of(1, 0)), 1)), numbers(3)],
  "numbers for every row": [
    layer((x) =>
      constant([1, 2, 3])
        .broadcast([x.shape[0] ?? 0, 3])
        .mul(x),
    ),
    numbers(3),
  ],
};

/** Layers whose rows are apart, but not by what the proof follows; they have to be tried out. */
const tried: Record<string, readonly [AnyLayer, Type]> = {
  "a scan over a turned array": [
    layer(
      (x) =>
        scan([x.sum(1).mul(0)], [x.transpose([1, 0])], ([sum], [next]) => ({ carries: [sum.add(next)] })).carries[0],
    ),
    numbers(3),
  ],
  "another graph for one row": [layer((x) => (x.shape[0] === 1 ? x.add(x) : x.mul(2))), numbers(3)],
  "the rows to the back and to the front again": [
    layer((x) => x.transpose([1, 0]).transpose([1, 0]).add(0)),
    numbers(3),
  ],
};

/** Layers whose rows are not apart. */
const mixed: Record<string, readonly [AnyLayer, Type]> = {
  "a sum over rows": [layer((x) => x.sub(x.mean(0))), numbers(3)],
  "a largest row": [layer((x) => x.sub(x.max(0))), numbers(3)],
  "a softmax over rows": [layer((x) => x.softmax(0)), numbers(3)],
  "products of rows with rows": [layer((x) => x.matmul(x, { transposeB: true }).matmul(x)), numbers(3)],
  "the number of rows": [layer((x) => x.mul(x.shape[0] ?? 1)), numbers(3)],
  "another answer for one row": [layer((x) => (x.shape[0] === 1 ? x : x.mul(2))), numbers(3)],
  "the place of a row": [
    layer((x) =>
      x.add(
        iota([x.shape[0] ?? 1, 1], 0)
          .cast("float32")
          .mul(x.sum(0)),
      ),
    ),
    numbers(3),
  ],
  "rows picked by numbers of a row": [
    layer((x) => x.gather(x.argmax(1).mul(0).add(1)).add(table.gather(x.argmax(1)).sum(1, { keep: true }))),
    numbers(3),
  ],
  "rows in another order by a reshape": [layer((x) => x.reshape([3, -1]).transpose([1, 0])), numbers(3)],
};

describe("rowsAreApart", () => {
  it.each(Object.keys(shown))("proves %s", (name) => {
    const [network, type] = shown[name] ?? [flatten(), numbers(1)];
    expect([proven(network, type), accepted(network, type)]).toEqual([true, true]);
  });

  it.each(Object.keys(tried))("leaves %s to a trial", (name) => {
    const [network, type] = tried[name] ?? [flatten(), numbers(1)];
    expect([proven(network, type), accepted(network, type)]).toEqual([false, true]);
  });

  it.each(Object.keys(mixed))("does not prove %s", (name) => {
    const [network, type] = mixed[name] ?? [flatten(), numbers(1)];
    expect([proven(network, type), accepted(network, type)]).toEqual([false, false]);
  });
});
