import { describe, expect, it } from "vitest";
import { adam, dense, fit, leastSquares, meanSquaredError, r2, sequential, tanh } from "./index";

const inputs = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const targets = [[0], [1], [1], [0]];

describe("exclusive or", () => {
  it("is invisible to a straight line", () => {
    const column = (i: number) => Float64Array.from(inputs, (row) => row[i] ?? 0);
    const { rSquared } = leastSquares({ a: column(0), b: column(1) }, Float64Array.from(targets.flat()));
    expect(Math.abs(rSquared ?? 1)).toBeLessThanOrEqual(1e-12);
  });

  it("is learnt by a 2-4-1 tanh network within 1,000 steps, whatever the seed", async () => {
    const scores: (number | null)[] = [];
    for (let seed = 1; seed <= 20; seed++) {
      const network = sequential([dense({ units: 4, activation: tanh }), dense({ units: 1 })]);
      const options = {
        loss: meanSquaredError,
        optimizer: adam(),
        learningRate: 0.05,
        batchSize: 4,
        epochs: 1000,
        seed,
      };
      const { model, snapshot } = await fit(network, { inputs, targets }, options);
      expect(snapshot.step).toBe(1000);
      scores.push(model.evaluate({ inputs, targets }, { loss: meanSquaredError, metrics: [r2] }).metrics.r2 ?? null);
    }
    expect(scores.filter((score) => score === null || score < 0.99)).toEqual([]);
  }, 60_000);
});
