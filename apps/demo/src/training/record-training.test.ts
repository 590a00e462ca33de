import { meanSquaredError, sgd } from "neurite";
import { describe, expect, it } from "vitest";
import { createCustomers } from "../customers/customers";
import { denseNetwork, hiddenLayer } from "./dense-network";
import { frameSteps } from "./frame-steps";
import { recordTraining } from "./record-training";
import { standardised } from "./standardised";
import type { Weights } from "./weights";

const { train, heldOut } = standardised(createCustomers(1), ["balance", "retired"]);
const plan = {
  network: denseNetwork(hiddenLayer(2, 2)),
  inputs: 2,
  loss: meanSquaredError,
  optimizer: sgd(),
  train,
  heldOut,
};
/** node_0 [1, 1], node_1 [−1, 1], and an output of 2 · node_0 and this · node_1. */
const startWith = (sign: number): Weights => ({
  "0/dense/weights": [1, -1, 1, 1],
  "0/dense/bias": [0, 0],
  "1/dense/weights": [2, sign],
  "1/dense/bias": [0],
});
describe("a recorded training", () => {
  it("tells the first step at which the goal is reached", async () => {
    const goal = 0.5;
    const { reached = 0 } = await recordTraining({
      ...plan,
      start: startWith(1),
      learningRate: 0.1,
      steps: [200],
      goal,
    });
    const { frames } = await recordTraining({
      ...plan,
      start: startWith(1),
      learningRate: 0.1,
      steps: [reached - 1, reached],
    });
    expect(frames.map(({ heldOut }) => heldOut >= goal)).toEqual([false, true]);
  });

  it("tells of no step where none reaches it", async () => {
    const recording = await recordTraining({
      ...plan,
      start: startWith(-1),
      learningRate: 0.1,
      steps: [200],
      goal: 0.5,
    });
    expect(recording).not.toHaveProperty("reached");
  });

  it("ends where a number is no longer finite, with the words of the library and the state before", async () => {
    const recording = await recordTraining({ ...plan, start: startWith(1), learningRate: 1, steps: frameSteps(600) });
    const last = recording.frames.at(-1);
    expect(recording.broken?.step).toBe((last?.step ?? 0) + 1);
    expect(recording.broken?.message).toMatch(
      /^fit: the loss or a gradient became NaN or infinite in epoch \d+, batch 1.* Lower the learning rate \(now 1\)/,
    );
    expect(
      Object.values(last?.weights ?? {})
        .flat()
        .every(Number.isFinite),
    ).toBe(true);
  });

  it("keeps weights, their gradients and the answers asked for", async () => {
    const asked = Float64Array.of(0, 0);
    const steps = [0, 1];
    const { frames } = await recordTraining({ ...plan, start: startWith(1), learningRate: 0.1, steps, asked });
    const [first, second] = frames;
    // tanh(0) · 2 + tanh(0) · 1 = 0
    expect([first?.answers.length, first?.answers.at(-1)]).toEqual([101, 0]);
    const [bias, slope] = [first?.weights["1/dense/bias"]?.[0] ?? 0, first?.gradients["1/dense/bias"]?.[0] ?? 0];
    expect(second?.weights["1/dense/bias"]?.[0]).toBeCloseTo(bias - 0.1 * slope, 12);
  });
});
