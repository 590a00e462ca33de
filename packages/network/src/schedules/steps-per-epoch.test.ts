import { dense } from "@neurite/layers";
import { describe, expect, it } from "vitest";
import { fit } from "../fit/fit";
import { meanSquaredError } from "../losses/mean-squared-error";
import { sgd } from "../optimizers/sgd";
import { stepsPerEpoch } from "./steps-per-epoch";

describe("stepsPerEpoch", () => {
  it.each([
    [64, 32, 2],
    [65, 32, 2], // 32 and 33: a single row left over joins the batch before
    [66, 32, 3],
    [33, 32, 1],
    [31, 32, 1],
    [1, 32, 1], // there is no batch before
    [5, 1, 5],
    [1, 1, 1],
    [7, 2, 3],
    [1_000_001, 1000, 1000],
    [1_000_002, 1000, 1001],
  ])("of %i rows in batches of %i is %i", (rows, batchSize, steps) => {
    expect(stepsPerEpoch(rows, batchSize)).toBe(steps);
  });

  it("takes 32 for the batch size as fit does", () => {
    expect(stepsPerEpoch(320)).toBe(10);
  });

  it("counts the steps that fit takes", async () => {
    for (const [rows, batchSize] of [
      [1, 4],
      [3, 4],
      [4, 4],
      [5, 4],
      [6, 4],
      [9, 4],
      [10, 4],
      [3, 1],
      [3, 2],
    ] as const) {
      const numbers = Array.from({ length: rows }, (_, i) => [i]);
      const options = { loss: meanSquaredError, optimizer: sgd(), learningRate: 1e-6, epochs: 1, batchSize };
      const { snapshot } = await fit(dense({ units: 1 }), { inputs: numbers, targets: numbers }, options);
      expect(snapshot.step).toBe(stepsPerEpoch(rows, batchSize));
    }
  });

  it("refuses no rows and parts of a batch", () => {
    expect(() => stepsPerEpoch(0, 32)).toThrow('stepsPerEpoch: "rows" should be a whole number above 0, got 0.');
    expect(() => stepsPerEpoch(10, 2.5)).toThrow('"batchSize" should be a whole number above 0, got 2.5.');
  });
});
