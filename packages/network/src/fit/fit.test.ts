import { relu, tanh } from "@neurite/activations";
import { batchNormalization, dense, dropout, embedding, flatten } from "@neurite/layers";
import type { Layer } from "@neurite/plugin";
import { type Backend, interpreter, type Value, value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { adam, type FitOptions, fit, type Model, meanSquaredError, r2, sequential, sgd } from "../index";
import { productData, refusal } from "./fit-samples";

const small = () => sequential([dense({ units: 8, activation: tanh }), dense({ units: 1 })]);
const options: FitOptions = { loss: meanSquaredError, optimizer: adam(), learningRate: 0.02, epochs: 5, seed: 1 };

const numbers = (model: Model) => [...model.weights].map(([path, { data }]) => [path, ...data]);

describe("fit", () => {
  it("learns what two columns do together", async () => {
    const data = productData(200);
    const { model, history } = await fit(small(), data, { ...options, epochs: 100 });
    const scores = model.evaluate(data, { loss: meanSquaredError, metrics: [r2] });
    expect(scores.metrics.r2).toBeGreaterThan(0.98);
    expect(history.epochs).toHaveLength(100);
    expect(history).toMatchObject({ ended: "epochs", bestEpoch: 100, seed: 1, engine: model.backend.name });
    const other = { ...interpreter, name: "other" };
    expect((await fit(small(), data, { ...options, backend: other })).history.engine).toBe("other");
  });

  it("makes one step of gradient descent as worked out by hand", async () => {
    // w = [1, 2], x = [3, 4], y = 6: error 5, gradient of its square [30, 40], step of 0.01: [0.7, 1.6]
    const start: Layer = sequential([
      dense({
        units: 1,
        useBias: false,
        weightsInitializer: { kind: "ones", sample: () => Float64Array.of(1, 2) },
      }),
    ]);
    const { model } = await fit(
      start,
      { inputs: [[3, 4]], targets: [[6]] },
      { loss: meanSquaredError, optimizer: sgd(), learningRate: 0.01, epochs: 1, dtype: "float64" },
    );
    const weights = [...(model.weights.get("0/dense/weights")?.data ?? [])];
    expect(weights[0]).toBeCloseTo(0.7, 14);
    expect(weights[1]).toBeCloseTo(1.6, 14);
  });

  it("gives the same bits for the same seed and others for another", async () => {
    const network = () =>
      sequential([dense({ units: 8, activation: relu }), dropout({ rate: 0.3 }), dense({ units: 1 })]);
    const run = async (seed: number) => numbers((await fit(network(), productData(50), { ...options, seed })).model);
    expect(await run(3)).toEqual(await run(3));
    expect(await run(3)).not.toEqual(await run(4));
  });

  it("lets two trainings run at once without disturbing each other", async () => {
    const data = productData(100);
    const alone = await fit(small(), data, options);
    const [a, b] = await Promise.all([fit(small(), data, options), fit(small(), data, { ...options, seed: 2 })]);
    expect(numbers(a.model)).toEqual(numbers(alone.model));
    expect(numbers(b.model)).not.toEqual(numbers(alone.model));
  });

  it("goes on from a snapshot as if it had never stopped, with dropout, batch statistics and early stopping", async () => {
    const network = () =>
      sequential([
        dense({ units: 6, activation: tanh }),
        batchNormalization(),
        dropout({ rate: 0.2 }),
        dense({ units: 1 }),
      ]);
    const settings = { ...options, validationSplit: 0.2, earlyStopping: { patience: 20 } };
    const data = productData(77);
    const whole = await fit(network(), data, { ...settings, epochs: 9 });
    const first = await fit(network(), data, { ...settings, epochs: 4 });
    const rest = await fit(network(), data, { ...settings, epochs: 9, from: first.snapshot });
    expect(numbers(rest.model)).toEqual(numbers(whole.model));
    expect(rest.history).toEqual(whole.history);
    expect(await refusal(fit(network(), data, { ...settings, seed: 2, from: first.snapshot }))).toContain(
      "bad-argument: fit: the snapshot was made with seed 1, got seed 2",
    );
  });

  it("can be aborted within an epoch, and goes on from there to the same bits", async () => {
    const data = productData(64);
    const controller = new AbortController();
    const abortAfterFirstRun: Backend = {
      name: "aborting",
      compile(program) {
        const executable = interpreter.compile(program);
        const repeat = (entry: string, times: number) => {
          controller.abort();
          return executable.repeat(entry, times);
        };
        return { ...executable, repeat };
      },
    };
    const settings = { ...options, batchSize: 1, epochs: 3 };
    const { signal } = controller;
    const stopped = await fit(small(), data, { ...settings, signal, backend: abortAfterFirstRun });
    expect(stopped.history).toMatchObject({ ended: "aborted", epochs: [] });
    expect(stopped.snapshot.step).toBe(1); // the first slice is one step, however fast the machine
    const rest = await fit(small(), data, { ...settings, from: stopped.snapshot });
    expect(numbers(rest.model)).toEqual(numbers((await fit(small(), data, settings)).model));
  });

  it("keeps the best weights under early stopping, also when it is aborted", async () => {
    const data = productData(60);
    const settings = {
      ...options,
      learningRate: 0.3,
      epochs: 200,
      validationSplit: 0.5,
      earlyStopping: { patience: 3 },
    };
    const { model, history, snapshot } = await fit(small(), data, settings);
    const losses = history.epochs.map(({ validationLoss }) => validationLoss ?? 0);
    expect(history.ended).toBe("earlyStopping");
    expect(history.epochs).toHaveLength(history.bestEpoch + 3);
    expect(losses[history.bestEpoch - 1]).toBe(Math.min(...losses));
    expect(snapshot.best?.get("0/dense/weights")).toEqual(model.weights.get("0/dense/weights"));

    const controller = new AbortController();
    const aborted = await fit(small(), data, {
      ...settings,
      signal: controller.signal,
      onEpoch: ({ epoch }) => {
        if (epoch === history.bestEpoch + 1) controller.abort();
      },
    });
    expect(aborted.history).toMatchObject({ ended: "aborted", bestEpoch: history.bestEpoch });
    expect(numbers(aborted.model)).toEqual(numbers(model));
  });

  it("watches a metric in its own direction", async () => {
    const settings = { metrics: [r2], validationSplit: 0.3, earlyStopping: { monitor: "r2", patience: 4 } };
    const { history } = await fit(small(), productData(80), { ...options, epochs: 100, ...settings });
    const scores = history.epochs.map(({ metrics }) => metrics?.r2 ?? Number.NEGATIVE_INFINITY);
    expect(scores[history.bestEpoch - 1]).toBe(Math.max(...scores));
    const unknown = { ...options, earlyStopping: { monitor: "r2" } };
    expect(await refusal(fit(small(), productData(80), unknown))).toContain('"r2", there are loss.');
  });

  it("joins a last row to the batch before it, so that batch statistics exist", async () => {
    const network = sequential([batchNormalization(), dense({ units: 1 })]);
    const { snapshot } = await fit(network, productData(33), { ...options, batchSize: 16, epochs: 1 });
    expect(snapshot.step).toBe(2); // 16 and 17 rows
  });

  it("counts a row of weight 2 as two rows, and one of weight 0 as none", async () => {
    const settings = { ...options, batchSize: 8, shuffle: false, epochs: 3, dtype: "float64" as const };
    const doubled = await fit(
      small(),
      {
        inputs: [
          [1, 0],
          [1, 0],
          [0, 1],
        ],
        targets: [[2], [2], [5]],
      },
      settings,
    );
    const weighted = await fit(
      small(),
      {
        inputs: [
          [1, 0],
          [0, 1],
          [9, 9],
        ],
        targets: [[2], [5], [9]],
        weights: [2, 1, 0],
      },
      settings,
    );
    const [a, b] = [doubled, weighted].map(({ model }) => [...model.predict([[1, 1]]).data][0] ?? 0);
    expect(a).toBeCloseTo(b ?? 0, 12);
    expect(await refusal(fit(small(), { ...productData(2), weights: [0, 0] }, options))).toContain("got only zeros");
  });

  it("adds penalties to the loss", async () => {
    const penalized: Layer = {
      kind: "penalized",
      apply: ([x], scope) => {
        scope.penalty(x.mul(0).sum().add(100));
        return x;
      },
    };
    const network = sequential([penalized, dense({ units: 1 })]);
    const { history } = await fit(network, productData(10), { ...options, epochs: 1, learningRate: 1e-9 });
    expect(history.epochs[0]?.loss).toBeGreaterThan(100);
  });

  it("trains a network on whole-number inputs", async () => {
    const network = sequential([embedding({ categories: 3, units: 2 }), flatten(), dense({ units: 1 })]);
    const inputs: Value = { shape: [3, 1], dtype: "int32", data: Int32Array.of(0, 1, 2) };
    const { model } = await fit(network, { inputs, targets: [[1], [-1], [4]] }, { ...options, epochs: 400 });
    expect([...model.predict(inputs).data].map(Math.round)).toEqual([1, -1, 4]);
  });

  it("names epoch, batch and layer where a gradient becomes NaN though the loss is finite", async () => {
    // the root has the value 0 and the derivative Infinity at 0; times the 0 before it the gradient is NaN
    const root: Layer = {
      kind: "acme/root",
      apply: ([x], scope) => scope.child("inner", dense({ units: 1 }), [x.mul(x).sqrt()]),
    };
    const message = await refusal(
      fit(sequential([dense({ units: 2, useBias: false }), root]), { inputs: [[0, 0]], targets: [[1]] }, options),
    );
    expect(message).toContain("not-finite: fit: the loss or a gradient became NaN or infinite in epoch 1, batch 1");
    expect(message).toContain("first in layer 2 (acme/root)");
    expect(message).toContain("Lower the learning rate (now 0.02)");
  });

  it("names epoch and batch where another backend stops at numbers that the interpreter finds finite", async () => {
    let steps = 0;
    const stopping: Backend = {
      name: "stopping",
      compile(program) {
        const executable = interpreter.compile(program);
        const repeat = (entry: string, times: number) => {
          const allowed = Math.min(times, 7 - steps); // 7 steps of 4 an epoch: the 8th is batch 4 of epoch 2
          steps += executable.repeat(entry, allowed);
          return allowed;
        };
        return { ...executable, repeat };
      },
    };
    const message = await refusal(fit(small(), productData(16), { ...options, batchSize: 4, backend: stopping }));
    expect(message).toBe(
      "not-finite: fit: the loss or a gradient became NaN or infinite in epoch 2, batch 4. Lower the learning rate (now 0.02), clip the gradients (clipByGlobalNorm), or scale the inputs.",
    );
  });

  it("names the learning rate that was too high", async () => {
    const data = { inputs: [[1e10]], targets: [[1]] };
    const message = await refusal(
      fit(sequential([dense({ units: 1 })]), data, { ...options, optimizer: sgd(), learningRate: 1e10, epochs: 50 }),
    );
    expect(message).toContain("not-finite");
    expect(message).toContain("(now 10000000000)");
  });

  it("refuses options and data that cannot mean anything", async () => {
    const data = productData(10);
    const cases: readonly (readonly [Partial<FitOptions>, string])[] = [
      [{ epochs: -1 }, '"epochs" should be a whole number from 0 up, got -1'],
      [{ batchSize: 0 }, '"batchSize" should be a whole number from 1 up, got 0'],
      [{ learningRate: Number.NaN }, '"learningRate" should be a number above 0, got NaN'],
      [{ validationSplit: 1 }, '"validationSplit" should be from 0 up to but not including 1, got 1'],
      [{ validationSplit: 0.01 }, "leaves 10 to train and 0 to validate on"],
      [{ seed: 0.5 }, '"seed" should be a whole number, got 0.5'],
      [{ earlyStopping: { patience: 0 } }, '"earlyStopping.patience" should be a whole number above 0, got 0'],
    ];
    for (const [wrong, words] of cases)
      expect(await refusal(fit(small(), data, { ...options, ...wrong }))).toContain(words);
    const odd: readonly (readonly [object, string])[] = [
      [{ learningrate: 1 }, 'there is no option "learningrate". The options are loss, optimizer, epochs, learningRate'],
      [
        { optimizer: adam },
        '"optimizer" should be an object with a kind and the method update, got the function adam. Call it: adam().',
      ],
      [{ loss: "mse" }, '"loss" should be an object with a kind and the method apply, got "mse". Import the value'],
      [{ metrics: ["r2"] }, '"metrics" should be an object with a kind and the method compute, got "r2"'],
    ];
    for (const [wrong, words] of odd)
      expect(await refusal(fit(small(), data, { ...options, ...wrong }))).toContain(words);
    const texts = { inputs: [["1"]], targets: [[1]] } as unknown as typeof data;
    expect(await refusal(fit(small(), texts, options))).toContain(
      'every entry should be a number or a list of them, got "1"',
    );
    const nothing = { input: [[1]] } as unknown as typeof data;
    expect(await refusal(fit(small(), nothing, options))).toContain("fit: inputs: expected nested lists or a value");
    const short = { inputs: data.inputs, targets: [[1]] };
    expect(await refusal(fit(small(), short, options))).toContain("equally many rows, got 10 and 1");
    const hole = {
      inputs: [
        [1, 2],
        [3, Number.NaN],
      ],
      targets: [[1], [2]],
    };
    expect(await refusal(fit(small(), hole, options))).toContain("got NaN in row 1, column 1");
    expect(
      await refusal(fit(small(), { inputs: value(new Float32Array(0), { shape: [0, 2] }), targets: [] }, options)),
    ).toContain("too-few-rows");
    const still = sequential([flatten()]);
    expect(await refusal(fit(still, { inputs: [[1]], targets: [[1]] }, options))).toContain("no trainable parameters");
  });
});
