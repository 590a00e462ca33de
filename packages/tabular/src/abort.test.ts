import { describe, expect, it } from "vitest";
import { fitTable } from "./fit-table";
import type { TableEpoch, TableProgress } from "./training-history";

const rows = Array.from({ length: 200 }, (_, i) => ({
  a: (i * 7) % 20,
  b: (i * 3) % 11,
  y: ((i * 7) % 20) * ((i * 3) % 11),
}));
const options = { target: "y", task: "regression", epochs: 20, seed: 5 } as const;

describe("an aborted fitTable", () => {
  it("keeps the best weights and is scored", async () => {
    const controller = new AbortController();
    const seen: TableEpoch[] = [];
    const model = await fitTable(rows, {
      ...options,
      signal: controller.signal,
      onEpoch: (epoch) => {
        seen.push(epoch);
        if (seen.length === 6) controller.abort();
      },
    });
    const { history, scores } = model;
    expect(history.ended).toBe("aborted");
    expect(history.epochs).toEqual(seen);
    const losses = seen.map(({ validationLoss }) => validationLoss ?? 0);
    expect(history.bestEpoch).toBe(1 + losses.indexOf(Math.min(...losses)));
    expect(scores.network.r2).toBeTypeOf("number");
    // as far as it came, it is the training of the same seed that nobody aborted
    const whole = await fitTable(rows, options);
    expect(whole.history.epochs.slice(0, 6)).toEqual(seen);
  });

  it("waits for what onEpoch promises, and learns the same", async () => {
    const order: string[] = [];
    const model = await fitTable(rows, {
      ...options,
      epochs: 2,
      onEpoch: async ({ epoch }) => {
        order.push(`asked ${epoch}`);
        for (let turn = 0; turn < 20; turn++) await new Promise((go) => setTimeout(go, 0));
        order.push(`went on ${epoch}`);
      },
    });
    expect(order).toEqual(["asked 1", "went on 1", "asked 2", "went on 2"]);
    const unpaused = await fitTable(rows, { ...options, epochs: 2 });
    expect(model.history).toEqual(unpaused.history);
  });

  it("gives a model with initial weights where it never began", async () => {
    const { history, scores } = await fitTable(rows, { ...options, signal: AbortSignal.abort() });
    expect(history).toEqual({ epochs: [], bestEpoch: 0, ended: "aborted" });
    expect(scores.network.r2).toBeLessThan(0.5);
    expect(scores.rows.test).toBe(30);
  });
});

describe("the progress of fitTable", () => {
  it("counts epochs through all stages, whose learning rates fall", async () => {
    const [epochs, steps]: [TableEpoch[], TableProgress[]] = [[], []];
    await fitTable(rows, {
      ...options,
      onEpoch: (epoch) => epochs.push(epoch),
      onProgress: (progress) => steps.push(progress),
    });
    // 20 epochs: 14, 3 and 3 with 0.005, 0.0015 and 0.00045
    expect(epochs.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect([...new Set(epochs.map(({ learningRate }) => learningRate.toPrecision(3)))]).toEqual([
      "0.00500",
      "0.00150",
      "0.000450",
    ]);
    expect(epochs.filter(({ learningRate }) => learningRate === 0.005)).toHaveLength(14);
    const rates = new Map(epochs.map(({ epoch, learningRate }) => [epoch, learningRate]));
    for (const { epoch, epochs: all, steps: perEpoch, learningRate } of steps) {
      // 140 training rows in steps of 32
      expect([all, perEpoch, learningRate]).toEqual([20, 5, rates.get(epoch)]);
    }
  });
});
