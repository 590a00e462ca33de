import { createHash } from "node:crypto";
import { relu, tanh } from "@neurite/activations";
import { batchNormalization, dense, dropout } from "@neurite/layers";
import type { Layer, Minimizer, Schedule, Snapshot } from "@neurite/plugin";
import { interpreter } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import {
  adam,
  clipByGlobalNorm,
  createModel,
  exponentialMovingAverage,
  type FitOptions,
  fit,
  type Model,
  meanSquaredError,
  r2,
  sequential,
  sgd,
} from "../index";
import { productData, refusal } from "./fit-samples";

const small = () => sequential([dense({ units: 8, activation: tanh }), dense({ units: 1 })]);
const options: FitOptions = { loss: meanSquaredError, optimizer: adam(), learningRate: 0.02, epochs: 5, seed: 1 };
const halving: Schedule = { kind: "test/halving", apply: (step) => step.mul(-Math.LN2).exp() };

function sha256(model: Model): string {
  const hash = createHash("sha256");
  for (const [path, { data }] of model.weights) {
    hash.update(path).update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  return hash.digest("hex");
}

/** One weight of 1, one row x = 1, y = 0: loss w², gradient 2w. */
const oneWeight = (): Layer =>
  dense({ units: 1, useBias: false, weightsInitializer: { kind: "ones", sample: () => Float64Array.of(1) } });
const oneRow = { inputs: [[1]], targets: [[0]] };
const exact: FitOptions = { ...options, optimizer: sgd(), learningRate: 0.25, dtype: "float64", batchSize: 1 };
const weightOf = (model: Model) => model.weights.get("weights")?.data[0] ?? Number.NaN;

describe("the learning rate", () => {
  it("follows a schedule step by step", async () => {
    const { model, history } = await fit(oneWeight(), oneRow, { ...exact, epochs: 2, schedule: halving });
    // 1 - 0.25 · 2 = 0.5, then 0.5 - 0.125 · 1 = 0.375
    expect(weightOf(model)).toBeCloseTo(0.375, 14);
    expect(history.epochs.map(({ learningRate }) => learningRate)).toEqual([0.25, expect.closeTo(0.125, 14)]);
  });

  it("falls where nothing gets better, and no further than told", async () => {
    const stuck = {
      ...exact,
      epochs: 7,
      learningRate: 1,
      reduceOnPlateau: { factor: 0.5, patience: 2, minLearningRate: 0.3 },
    };
    // with a rate of 1 the weight jumps between 1 and -1, loss 1; halved at the end of epoch 3 it lands on 0
    const { history } = await fit(oneWeight(), oneRow, stuck);
    expect(history.epochs.map(({ learningRate }) => learningRate)).toEqual([1, 1, 1, 0.5, 0.5, 0.5, 0.5]);
    const { history: late } = await fit(oneWeight(), oneRow, { ...stuck, epochs: 9 });
    expect(late.epochs.at(-1)?.learningRate).toBe(0.3);
  });
});

describe("gradient clipping", () => {
  it("bounds a step", async () => {
    const { model } = await fit(oneWeight(), oneRow, { ...exact, epochs: 1, clipping: clipByGlobalNorm(0.4) });
    // a gradient of 2, shortened to 0.4 · 2 / (2 + 1e-6), times 0.25
    expect(weightOf(model)).toBeCloseTo(1 - 0.25 * (0.8 / 2.000001), 14);
  });
});

describe("micro-batches", () => {
  it("make the step of the whole batch, also for a last batch that they do not divide", async () => {
    const network = () => sequential([dense({ units: 5, activation: tanh }), dense({ units: 1 })]);
    const data = { ...productData(45), weights: Array.from({ length: 45 }, (_, i) => i % 3) };
    const settings = { ...options, dtype: "float64", batchSize: 16, optimizer: sgd({ momentum: 0.9 }) } as const;
    const whole = await fit(network(), data, settings);
    const parts = await fit(network(), data, { ...settings, microBatches: 4 });
    for (const [path, { data: weights }] of whole.model.weights) {
      const other = parts.model.weights.get(path)?.data ?? [];
      weights.forEach((w: number, i: number) => {
        expect(other[i]).toBeCloseTo(w, 12);
      });
    }
    expect(parts.history.epochs[4]?.loss).toBeCloseTo(whole.history.epochs[4]?.loss ?? 0, 12);
  });

  it("give each part its own dropout and hand batch statistics from one to the next", async () => {
    const network = () => sequential([batchNormalization({ momentum: 0.5 }), dense({ units: 1 })]);
    const data = { inputs: [[0], [2], [4], [6]], targets: [[0], [0], [0], [0]] };
    const settings = {
      ...options,
      epochs: 1,
      shuffle: false,
      dtype: "float64",
      batchSize: 4,
      microBatches: 2,
    } as const;
    const { model } = await fit(network(), data, settings);
    // means of the parts 1 and 5: 0.5 · (0.5 · 0 + 0.5 · 1) + 0.5 · 5
    expect(model.weights.get("0/batchNormalization/mean")?.data[0]).toBe(2.75);
    const dropping = () => sequential([dropout({ rate: 0.5 }), dense({ units: 1 })]);
    const run = async (microBatches: number) =>
      sha256((await fit(dropping(), productData(32), { ...options, microBatches })).model);
    expect(await run(4)).toBe(await run(4));
    expect(await run(4)).not.toBe(await run(2));
  });
});

describe("the moving average of the weights", () => {
  it("is what the model and the validation see", async () => {
    const average = exponentialMovingAverage({ decay: 0.5, warmUp: false });
    const { model, snapshot } = await fit(oneWeight(), oneRow, { ...exact, epochs: 2, average });
    // weights 0.5 and 0.25; averages 0.75 and 0.5
    expect(weightOf(model)).toBe(0.5);
    expect(snapshot.state.get("model/weights")?.data[0]).toBe(0.25);
    const { history } = await fit(oneWeight(), oneRow, { ...exact, epochs: 2, average, validationData: oneRow });
    expect(history.epochs.map(({ validationLoss }) => validationLoss)).toEqual([0.5625, 0.25]);
  });
});

describe("best weights", () => {
  it("are kept without early stopping, by the number that is named", async () => {
    const settings = { ...options, learningRate: 0.3, epochs: 30, validationSplit: 0.5, metrics: [r2] };
    const { history } = await fit(small(), productData(60), { ...settings, keepBest: { monitor: "r2" } });
    const scores = history.epochs.map(({ metrics }) => metrics?.r2 ?? -1);
    expect(history.epochs).toHaveLength(30);
    expect(scores[history.bestEpoch - 1]).toBe(Math.max(...scores));
  });
});

describe("a training that was interrupted", () => {
  const network = () =>
    sequential([
      dense({ units: 6, activation: tanh }),
      batchNormalization(),
      dropout({ rate: 0.2 }),
      dense({ units: 1 }),
    ]);
  const settings: FitOptions = {
    ...options,
    epochs: 12,
    batchSize: 8,
    microBatches: 2,
    validationSplit: 0.2,
    schedule: { kind: "test/decay", apply: (step) => step.mul(-0.01).exp() },
    average: exponentialMovingAverage({ decay: 0.9 }),
    earlyStopping: { patience: 20 },
    reduceOnPlateau: { patience: 1, factor: 0.5 },
    clipping: clipByGlobalNorm(1),
  };

  it("ends in the same SHA-256 of its parameters, from each of its checkpoints", async () => {
    const snapshots: Snapshot[] = [];
    const save = (snapshot: Snapshot) => void snapshots.push(snapshot);
    const whole = await fit(network(), productData(77), { ...settings, checkpoint: { save, everyEpochs: 5 } });
    expect(snapshots.map(({ epoch }) => epoch)).toEqual([5, 10]);
    for (const from of snapshots) {
      const rest = await fit(network(), productData(77), { ...settings, from });
      expect(sha256(rest.model)).toBe(sha256(whole.model));
      expect(rest.history).toEqual(whole.history);
    }
    const other = await fit(network(), productData(77), { ...settings, seed: 2 });
    expect(sha256(other.model)).not.toBe(sha256(whole.model));
  });

  it("ends in the same SHA-256 from a snapshot taken within an epoch", async () => {
    const snapshots: Snapshot[] = [];
    const save = (snapshot: Snapshot) => void snapshots.push(snapshot);
    const data = productData(2000);
    const long = { ...settings, epochs: 3, backend: interpreter };
    const whole = await fit(network(), data, { ...long, checkpoint: { save, everySeconds: 1e-9 } });
    const within = snapshots.find(({ step }) => step % 200 !== 0);
    expect(within).toBeDefined();
    if (within) expect(sha256((await fit(network(), data, { ...long, from: within })).model)).toBe(sha256(whole.model));
  });
});

describe("a time budget", () => {
  it("ends the training and gives the best weights so far", async () => {
    const settings = { ...options, epochs: 1e6, validationSplit: 0.2, timeBudget: 0.3 };
    const { model, history } = await fit(small(), productData(300), settings);
    expect(history.ended).toBe("timeBudget");
    const losses = history.epochs.map(({ validationLoss }) => validationLoss ?? 0);
    expect(losses[history.bestEpoch - 1]).toBe(Math.min(...losses));
    expect(model.predict([[0.5, 0.5]]).data[0]).not.toBeNaN();
  });
});

describe("dead units", () => {
  const biased = (bias: number[]) =>
    sequential([
      dense({
        units: bias.length,
        activation: relu,
        biasInitializer: { kind: "bias", sample: () => Float64Array.from(bias) },
      }),
      dense({ units: 1 }),
    ]);

  it("are told with their share, and how many rows were looked at", async () => {
    const messages: string[] = [];
    const onWarning = (message: string) => void messages.push(message);
    const run = (bias: number[]) => fit(biased(bias), productData(300), { ...options, epochs: 1, onWarning });
    const { history } = await run([-9, 9, -9, 9]);
    expect(history.deadUnits).toEqual([{ path: "0/dense/activation", dead: 2, units: 4, rows: 300 }]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain("2 of 4 units (50 %) at 0/dense/activation are dead: on all 300 rows");
    expect((await run([9, 9, 0, 9])).history.deadUnits).toEqual([]);
    expect(messages).toHaveLength(1);
  });

  it("are not units that a later row still moves", async () => {
    // a relu of x - 0.5, and only the last of 300 rows is above
    const inputs = Array.from({ length: 300 }, (_, i) => [i === 299 ? 1 : 0]);
    const network = sequential([
      dense({
        units: 1,
        activation: relu,
        weightsInitializer: { kind: "ones", sample: () => Float64Array.of(1) },
        biasInitializer: { kind: "bias", sample: () => Float64Array.of(-0.5) },
      }),
    ]);
    const targets = inputs.map(() => [0]);
    const { history } = await fit(network, { inputs, targets }, { ...options, epochs: 1, learningRate: 1e-6 });
    expect(history.deadUnits).toEqual([]);
  });
});

describe("a minimizer", () => {
  /** Gradient descent with steps of 0.1 over all rows, which remembers how many it made. */
  const descent: Minimizer = {
    kind: "test/descent",
    mode: "full",
    *steps(objective, from, memory) {
      let point = from;
      for (let made = Number(memory ?? 0); made < 12; made++) {
        const { gradient } = objective(point);
        point = point.map((w, i) => w - 0.1 * (gradient[i] ?? 0));
        yield { point, loss: objective(point).loss, memory: made + 1 };
      }
    },
  };
  const full = { loss: meanSquaredError, optimizer: descent, epochs: 100, seed: 1 };

  it("sees the loss over all rows, and ends when it has nothing left to gain", async () => {
    const data = productData(1500); // more than pass through the network at once
    const { model, history } = await fit(small(), data, { ...full, dtype: "float64" });
    expect(history).toMatchObject({ ended: "converged", bestEpoch: 12 });
    const start = createModel(small(), { inputs: [2], seed: 1, dtype: "float64" });
    const [before, after] = [start, model].map((m) => m.evaluate(data, { loss: meanSquaredError }).loss);
    expect(history.epochs[11]?.loss).toBeCloseTo(after ?? 0, 12);
    expect(after).toBeLessThan(before ?? 0);
  });

  it("goes on from a snapshot to the same bits, also in float32", async () => {
    const data = productData(50);
    const whole = await fit(small(), data, { ...full, epochs: 8 });
    const first = await fit(small(), data, { ...full, epochs: 3 });
    const rest = await fit(small(), data, { ...full, epochs: 8, from: first.snapshot });
    expect(sha256(rest.model)).toBe(sha256(whole.model));
  });

  it("is refused what it cannot do", async () => {
    const data = productData(10);
    const dropping = sequential([dropout({ rate: 0.5 }), dense({ units: 1 })]);
    expect(await refusal(fit(dropping, data, full))).toContain('"dropout" draws new numbers each time');
    expect(await refusal(fit(small(), data, { ...full, learningRate: 1 }))).toContain(
      '"learningRate" is for optimizers',
    );
    const bounded = dense({ units: 1, weightsConstraint: { kind: "test/abs", apply: (w) => w.abs() } });
    expect(await refusal(fit(bounded, data, full))).toContain('cannot keep the constraint on "weights"');
  });
});

describe("fit", () => {
  it("refuses controls that cannot mean anything", async () => {
    const data = productData(10);
    for (const [wrong, words] of [
      [{ microBatches: 5 }, '"microBatches" should be a whole number that divides the batchSize of 32, got 5'],
      [{ timeBudget: 0 }, '"timeBudget" should be seconds above 0, got 0'],
      [{ reduceOnPlateau: { factor: 2 } }, '"reduceOnPlateau.factor" should be a number above 0 and below 1, got 2'],
      [{ reduceOnPlateau: { monitor: "r2" } }, '"reduceOnPlateau.monitor" is "r2", there are loss.'],
      [{ checkpoint: {} as never }, '"checkpoint.save" should be a function'],
      [{ metrics: [r2, { ...r2 }] }, '"metrics" should have each kind once, got "r2" twice'],
      [{ clipping: 5 as never }, '"clipping" should be an object with the method apply, got number'],
    ] as const) {
      expect(await refusal(fit(small(), data, { ...options, ...wrong }))).toContain(words);
    }
  });
});
