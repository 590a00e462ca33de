import type { Snapshot } from "@neurite/plugin";
import { describe, expect, it } from "vitest";
import { fitTable } from "./fit-table";

const rows = Array.from({ length: 120 }, (_, i) => ({
  a: (i * 7) % 20,
  b: (i * 3) % 11,
  y: ((i * 7) % 20) * ((i * 3) % 11),
}));
const options = { target: "y", task: "regression", epochs: 20, seed: 5, units: [6] } as const;

describe("a fitTable that was interrupted", () => {
  it("goes on from a checkpoint of any stage to the same model, scores and history", async () => {
    const snapshots: Snapshot[] = [];
    const save = (snapshot: Snapshot) => void snapshots.push(snapshot);
    const whole = await fitTable(rows, { ...options, checkpoint: { save, everyEpochs: 2 } });
    const stages = snapshots.map(({ controller }) => Object(controller).stage);
    expect(new Set(stages)).toEqual(new Set([0, 1, 2])); // stages of 14, 3 and 3 epochs
    for (const from of [snapshots[1], snapshots.at(-1)] as Snapshot[]) {
      const rest = await fitTable(rows, { ...options, from });
      expect(rest.network.weights).toEqual(whole.network.weights);
      expect(rest.scores).toEqual(whole.scores);
      expect(rest.history).toEqual(whole.history);
    }
    const [from] = snapshots as [Snapshot];
    await expect(fitTable(rows, { ...options, seed: 6, from })).rejects.toThrow("made with seed 5, got seed 6");
    await expect(fitTable(rows, { ...options, units: [7], from })).rejects.toThrow(
      "should be float32 [2, 7], got float32 [2, 6]",
    );
    const broken = { ...from, controller: {} };
    await expect(fitTable(rows, { ...options, from: broken })).rejects.toThrow("stage");
  });
});

describe("a fitTable with a time budget", () => {
  it("ends with the best weights so far, whatever is left of its stages", async () => {
    const { history, scores } = await fitTable(rows, {
      ...options,
      epochs: 100_000,
      patience: 100_000,
      timeBudget: 0.3,
    });
    expect(history.ended).toBe("timeBudget");
    const losses = history.epochs.map(({ validationLoss }) => validationLoss ?? 0);
    expect(losses[history.bestEpoch - 1]).toBe(Math.min(...losses));
    expect(scores.network.r2).toBeTypeOf("number");
  });
});
