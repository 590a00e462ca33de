import { softmax, tanh } from "@neurite/activations";
import { dense, embedding, flatten } from "@neurite/layers";
import { type Backend, type DType, interpreter, NeuriteError, seedKey, uniformAt, value } from "@neurite/tensor";
import { wasm } from "@neurite/wasm";
import { describe, expect, it } from "vitest";
import { connect, createModel, graph, inputPoint, sequential } from "./index";

/** Whatever runs a model has to hold what stands here. */
const backends: readonly Backend[] = [interpreter, wasm];

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof NeuriteError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "no error";
}

const rows = 300;
function dataOf(dtype: DType) {
  const numbers = Float64Array.from({ length: rows * 8 }, (_, i) => uniformAt(seedKey(3), i) * 4 - 2);
  return dtype === "float64" ? numbers : Float32Array.from(numbers);
}

describe.each(backends)("predictor on $name", (backend) => {
  it.each(["float32", "float64"] as const)("gives the bits of predict, row after row in %s", (dtype) => {
    const network = sequential([dense({ units: 16, activation: tanh }), dense({ units: 3, activation: softmax() })]);
    const model = createModel(network, { inputs: [8], dtype, seed: 2, backend });
    const data = dataOf(dtype);
    const all = model.predict(value(data, { shape: [rows, 8] })).data;
    const predictRow = model.predictor();
    const input = data.slice(0, 8);
    const output = all.slice(0, 3).fill(7);
    for (let row = 0; row < rows; row++) {
      input.set(data.subarray(row * 8, row * 8 + 8)); // the same two arrays for every row
      predictRow(input, output);
      expect([...output]).toEqual([...all.subarray(row * 3, row * 3 + 3)]);
      expect([...input]).toEqual([...data.subarray(row * 8, row * 8 + 8)]);
    }
    const one = model.predict(value(data.slice(0, 8), { shape: [1, 8] }));
    predictRow(data.subarray(0, 8), output); // a view of a larger array will do
    expect([...output]).toEqual([...one.data]);
  });

  it("takes whole numbers where the network does", () => {
    const network = sequential([embedding({ categories: 5, units: 2 }), flatten(), dense({ units: 1 })]);
    const model = createModel(network, { inputs: [{ shape: [3], dtype: "int32" }], seed: 1, backend });
    const output = new Float32Array(1);
    model.predictor()(Int32Array.of(4, 0, 2), output);
    const inputs = value(Int32Array.of(4, 0, 2), { shape: [1, 3] });
    expect([...output]).toEqual([...model.predict(inputs).data]);
    expect(messageOf(() => model.predictor()(new Float32Array(3), output))).toBe(
      "bad-data: predictor: the input should be a Int32Array of 3 for one row, got a Float32Array of 3. Make the array once and use it for every row.",
    );
  });

  it("lets several functions of one model be used in turn", () => {
    const model = createModel(dense({ units: 1 }), { inputs: [2], seed: 1, backend });
    const [first, second] = [model.predictor(), model.predictor()];
    const [a, b, c] = [new Float32Array(1), new Float32Array(1), new Float32Array(1)];
    first(Float32Array.of(1, 2), a);
    second(Float32Array.of(3, 4), b);
    first(Float32Array.of(1, 2), c);
    expect(c).toEqual(a);
    expect(b).not.toEqual(a);
  });

  it("refuses arrays that do not fit and numbers that are not finite", () => {
    const model = createModel(dense({ units: 1 }), { inputs: [2], backend });
    const predictRow = model.predictor();
    const [input, output] = [new Float32Array(2), new Float32Array(1)];
    expect(messageOf(() => predictRow(new Float32Array(3), output))).toBe(
      "bad-data: predictor: the input should be a Float32Array of 2 for one row, got a Float32Array of 3. Make the array once and use it for every row.",
    );
    expect(messageOf(() => predictRow(input, new Float32Array(2)))).toContain(
      "the output should be a Float32Array of 1 for one row, got a Float32Array of 2",
    );
    expect(messageOf(() => predictRow(new Float64Array(2), output))).toContain("got a Float64Array of 2");
    expect(messageOf(() => predictRow(Float32Array.of(0, Number.NaN), output))).toBe(
      "bad-data: predictor: every number should be finite, got NaN in column 1. Fill missing cells and scale huge ones first.",
    );
    expect(messageOf(() => predictRow(Float32Array.of(-Infinity, 0), output))).toContain("got -Infinity in column 0");
  });

  it("needs one input and one output", () => {
    const point = inputPoint();
    const outputs = [connect(dense({ units: 1 }), point), connect(dense({ units: 2 }), point)];
    const model = createModel(graph({ inputs: [point], outputs }), { inputs: [2], backend });
    expect(messageOf(() => model.predictor())).toBe(
      "bad-argument: predictor: the network should have one input and one output, got 1 and 2. Use predictAll.",
    );
  });
});
