// What is written decides what is compiled, and not who wrote it: swish as a built-in kind, as a plugin's and as a formula are one module.
import { parseActivation, silu } from "@neurite/activations";
import { dense } from "@neurite/layers";
import { fit, meanSquaredError, sequential, sgd } from "@neurite/network";
import type { Activation } from "@neurite/plugin";
import { engine } from "@neurite/wasm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const { Module } = WebAssembly;
let modules: string[] = [];

beforeEach(() => {
  WebAssembly.Module = new Proxy(Module, {
    construct(target, [bytes]: [Uint8Array<ArrayBuffer>]) {
      modules.push(Buffer.from(bytes).toString("hex"));
      return new target(bytes);
    },
  });
});
afterEach(() => {
  WebAssembly.Module = Module;
});

const data = {
  inputs: [
    [1, 2, 3],
    [2, 0, 1],
    [0.5, -1, 4],
    [-2, 0.25, 0],
    [3, -3, 1],
  ],
  targets: [[1], [0], [2], [1], [3]],
};

/** The modules of a training and those of predicting afterwards, and what came out. */
async function compiled(activation: Activation, dtype: "float32" | "float64") {
  modules = [];
  const network = sequential([dense({ units: 5, activation }), dense({ units: 4, activation }), dense({ units: 1 })]);
  const options = { loss: meanSquaredError, optimizer: sgd(), batchSize: 3, epochs: 2, seed: 1, dtype };
  const { model } = await fit(network, data, { ...options, backend: engine({ threads: 1 }) });
  const training = modules;
  modules = [];
  const answer = [...model.predict(data.inputs).data];
  return { training, predicting: modules, answer };
}

const plugin = (apply: Activation["apply"]): Activation => ({ kind: "acme/swish", apply });

describe.each(["float32", "float64"] as const)("swish in %s", (dtype) => {
  it.each([
    ["a plugin's expression", plugin((x) => x.mul(x.sigmoid()))],
    ["a plugin's expression the other way round", plugin((x) => x.sigmoid().mul(x))],
    ["a formula", parseActivation("x * sigmoid(x)")],
    ["a formula the other way round", parseActivation("sigmoid(x) * x")],
  ])("is to the byte the module of silu as %s, training and predicting", async (_name, activation) => {
    const [want, got] = [await compiled(silu, dtype), await compiled(activation, dtype)];
    expect([want.training.length, want.predicting.length]).toEqual([2, 1]); // a batch and the last one of an epoch
    expect(got).toEqual(want);
  });

  it("is another module than what gives other numbers", async () => {
    const [swish, other] = [
      await compiled(silu, dtype),
      await compiled(
        plugin((x) => x.mul(x.tanh())),
        dtype,
      ),
    ];
    expect(other.training[0]).not.toBe(swish.training[0]);
    expect(other.predicting[0]).not.toBe(swish.predicting[0]);
  });
});
