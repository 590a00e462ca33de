import { tanh } from "@neurite/activations";
import { dense, layerNormalization } from "@neurite/layers";
import { createRegistry, type Optimizer } from "@neurite/plugin";
import { interpreter } from "@neurite/tensor";
import { wasm } from "@neurite/wasm";
import { describe, expect, it } from "vitest";
import { fit } from "../fit/fit";
import { meanSquaredError } from "../losses/mean-squared-error";
import { networkPlugin } from "../network-plugin";
import { sequential } from "../sequential";

const registry = createRegistry({ plugins: [networkPlugin] });
const kinds = registry.kinds("optimizer").filter((kind) => kind !== "lbfgs");

// the product of two columns, by a network with matrices, wide and tall, biases and a norm
const inputs = Array.from({ length: 40 }, (_, i) => [Math.fround((i % 8) / 4 - 1), Math.fround((i * 3) % 5) / 2 - 1]);
const targets = inputs.map(([a = 0, b = 0]) => [a * b]);
const network = sequential([dense({ units: 6, activation: tanh }), layerNormalization(), dense({ units: 1 })]);
const rates: Readonly<Record<string, number>> = { adadelta: 1, adagrad: 0.1, adafactor: 0.1, sgd: 0.1 };

describe.each(kinds)("fit by %s", (kind) => {
  const train = (epochs: number, more: object = {}) =>
    fit(
      network,
      { inputs, targets },
      {
        loss: meanSquaredError,
        optimizer: registry.make("optimizer", kind) as Optimizer,
        learningRate: rates[kind] ?? 0.01,
        batchSize: 16,
        seed: 3,
        epochs,
        ...more,
      },
    );
  const weights = (model: Awaited<ReturnType<typeof train>>["model"]) =>
    [...model.weights.values()].flatMap(({ data }) => [...data]);

  it("lowers the loss, and goes on with the same bits", async () => {
    const half = await train(10);
    const whole = await train(20);
    expect(half.history.engine).toBe("wasm");
    const losses = whole.history.epochs.map(({ loss }) => loss);
    expect(losses.at(-1)).toBeLessThan((losses[0] as number) * 0.9);
    const rest = await train(20, { from: half.snapshot });
    expect(weights(rest.model)).toEqual(weights(whole.model));
  });

  it("moves alike on the interpreter", async () => {
    const [plain, compiled] = await Promise.all(
      [interpreter, wasm].map((backend) => train(2, { backend, dtype: "float64" })),
    );
    const [a, b] = [weights(plain?.model as never), weights(compiled?.model as never)];
    expect(a.length).toBeGreaterThan(30);
    a.forEach((x, i) => {
      expect(Math.abs(x - (b[i] as number))).toBeLessThan(1e-9);
    });
  });
});
