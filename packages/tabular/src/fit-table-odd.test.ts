import { describe, expect, it } from "vitest";
import { fitTable } from "./fit-table";

const n = 24;
const table = (y: (i: number) => unknown) =>
  Array.from({ length: n }, (_, i) => ({ x: (i * 7) % 5, z: i % 2 === 0 ? "a" : "b", y: y(i) as number }));
const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);

describe("fitTable with few rows", () => {
  it.each([
    [1, "Only 1 row with a target"],
    [2, "Only 2 rows with a target"],
  ])("refuses %i", async (count, message) => {
    const failed = fitTable(table((i) => i).slice(0, count), { target: "y" });
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.toMatchObject({ code: "too-few-rows" });
  });

  it.each([3, 4, 5, 6, 7])("works with %i rows, without a score that is NaN", async (count) => {
    for (const y of [(i: number) => i * i, (i: number) => `class ${i % 3}`]) {
      const rows = table(y).slice(0, count);
      const model = await fitTable(rows, { target: "y", epochs: 2 });
      const scores = [model.scores.network, model.scores.baseline].flatMap((part) => Object.values(part));
      expect(scores.every((score) => score === null || Number.isFinite(score))).toBe(true);
      expect(model.predict(rows)).toHaveLength(count);
    }
  });

  it("gives no R² for a test part of one row, and says why", async () => {
    const { scores, warnings } = await fitTable(table((i) => i).slice(0, 6), { target: "y", epochs: 1 });
    expect(scores.rows.test).toBe(1);
    expect([scores.network.r2, scores.baseline.r2]).toEqual([null, null]);
    expect(scores.network.rmse).toBeTypeOf("number");
    expect(warnings.at(-1)).toMatchObject({
      code: "undefined-score",
      message: 'R² is not defined for a test part of 1 row. Bring more rows, or raise "test".',
    });
  });

  it("has no scores at all without a test part", async () => {
    const { scores, warnings } = await fitTable(
      table((i) => i),
      { target: "y", test: 0, epochs: 1 },
    );
    expect(scores.network).toEqual({ r2: null, rmse: null });
    expect(warnings.at(-1)?.message).toContain("No rows were held back for testing");
  });
});

describe("fitTable with a target that is hardly one", () => {
  it("predicts a constant as it is, without training", async () => {
    const { predict, predictBaseline, scores, history, warnings } = await fitTable(
      table(() => 5),
      { target: "y" },
    );
    expect(predict([{ x: 3, z: "a" }])).toEqual([5]);
    expect(predictBaseline([{ x: 3, z: "a" }])).toEqual([5]);
    expect(scores.network).toEqual({ r2: null, rmse: 0 });
    expect(history).toEqual({ epochs: [], bestEpoch: 0, ended: "epochs" });
    expect(codes(warnings)).toEqual(["constant-target", "undefined-score"]);
  });

  it("predicts a single class with certainty", async () => {
    const model = await fitTable(
      table(() => "only"),
      { target: "y" },
    );
    const certain = { label: "only", probability: 1, probabilities: [1] };
    expect(model.predict([{ x: 3, z: "a" }])).toEqual([certain]);
    expect(model.predictBaseline([{ x: 3, z: "a" }])).toEqual([certain]);
    expect(model.scores.network).toEqual({ accuracy: 1, logLoss: 0 });
    expect(codes(model.warnings)).toEqual(["constant-target"]);
  });

  it.each([1e308, 1e200, 1e-200, 5e-324])("stays finite for multiples of %d", async (unit) => {
    const rows = table((i) => ((i % 3) - 1) * unit);
    const model = await fitTable(rows, { target: "y", epochs: 2 });
    const numbers = [...model.predict(rows), ...model.predictBaseline(rows)];
    expect(numbers.every(Number.isFinite)).toBe(true);
    const { baseline, network } = model.scores;
    for (const score of [...Object.values(baseline), ...Object.values(network)]) {
      expect(score === null || Number.isFinite(score)).toBe(true);
    }
  });

  it("stays finite where only a row that was held back is huge", async () => {
    for (let at = 0; at < n; at++) {
      const rows = table((i) => i % 3).map((row, i) => (i === at ? { ...row, x: 1e308, y: 1e308 } : row));
      const { scores } = await fitTable(rows, { target: "y", epochs: 1, numbers: ["y"] });
      expect(Number.isFinite(scores.network.rmse)).toBe(true);
      expect(Number.isFinite(scores.baseline.rmse)).toBe(true);
    }
  });

  it("warns of a class that no training row has", async () => {
    // one row each: whatever the split takes away is unseen
    const model = await fitTable(
      table((i) => `c${i}`),
      { target: "y", epochs: 1, categories: ["y"] },
    );
    expect(codes(model.warnings)).toContain("unseen-class");
    expect(model.classes).toHaveLength(n);
    expect(model.baseline.kind).toBe("softmax");
    expect(model.scores.network.accuracy).toBe(0);
    expect(model.scores.baseline.logLoss).toBeCloseTo(34.5388, 3); // -log 1e-15
  });

  it("learns from inputs that say nothing", async () => {
    const rows = Array.from({ length: n }, (_, i) => ({ same: 1, y: i % 2 === 0 ? 10 : 20 }));
    const model = await fitTable(rows, { target: "y", seed: 1, numbers: ["y"] });
    // nothing but the mean of the training rows can be said
    const [line] = model.predictBaseline([{}]);
    expect(line).toBeGreaterThan(10);
    expect(line).toBeLessThan(20);
    expect(model.predict([{}, {}])).toHaveLength(2);
  });
});

describe("fitTable with wrong arguments", () => {
  it.each<[string, object, string]>([
    ["no target", {}, '"target" should be the name of the column'],
    ["a target that is not there", { target: "why" }, 'There is no column "why"'],
    ["a broken seed", { target: "y", seed: 1.5 }, '"seed" should be a whole number, got 1.5'],
    ["no units", { target: "y", units: [0] }, '"units" should be whole numbers above 0, got 0'],
    ["a dropout of 1", { target: "y", dropout: 1 }, '"dropout" should be a number from 0'],
    ["no epochs", { target: "y", epochs: 0 }, '"epochs" should be a whole number above 0, got 0'],
    ["a share above 1", { target: "y", test: 2 }, '"test" should be a share from 0 to below 1, got 2'],
  ])("refuses %s", async (_, options, message) => {
    await expect(
      fitTable(
        table((i) => i),
        options as { target: "y" },
      ),
    ).rejects.toThrow(message);
  });

  it("refuses what is no table", async () => {
    await expect(fitTable(null as never, { target: "y" } as never)).rejects.toThrow(
      "should be rows or a table, got null",
    );
  });
});
