import { versionOf } from "../installed.mjs";
import { denseModel, productModel } from "../onnx-model.mjs";

const packageName = "onnxruntime-web";

async function open(bytes) {
  const ort = await import("onnxruntime-web");
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(bytes, { executionProviders: ["wasm"] });
  return { session, matrix: (data, shape) => new ort.Tensor("float32", data, shape) };
}

/** Its WebAssembly backend; inputs and outputs are copied at each call. @type {import("../contract.mjs").Library} */
export const library = {
  name: "onnxruntime-web",
  packageName,
  version: () => versionOf(packageName),

  async multiply({ size, a, b }) {
    const { session, matrix } = await open(productModel(size));
    const feeds = { a: matrix(a, [size, size]), b: matrix(b, [size, size]) };
    return {
      async times(count) {
        for (let i = 0; i < count; i++) await session.run(feeds);
      },
      product: async () => (await session.run(feeds)).product.data,
    };
  },

  async predictBulk({ rows, widths, layers }) {
    const { session, matrix } = await open(denseModel(layers, "Relu"));
    // in blocks: what lies between the layers stays in the cache
    const block = 4096;
    return async (inputs) => {
      const answers = new Float32Array(rows);
      for (let from = 0; from < rows; from += block) {
        const count = Math.min(block, rows - from);
        const x = matrix(inputs.subarray(from * widths[0], (from + count) * widths[0]), [count, widths[0]]);
        answers.set((await session.run({ x })).y.data, from);
      }
      return answers;
    };
  },

  async predictOne({ layers }) {
    const { session, matrix } = await open(denseModel(layers, "Tanh"));
    return {
      async times(count, row) {
        let answer = 0;
        for (let i = 0; i < count; i++) answer = (await session.run({ x: matrix(row, [1, row.length]) })).y.data[0];
        return answer;
      },
    };
  },
};
