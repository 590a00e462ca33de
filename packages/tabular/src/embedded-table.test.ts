import { seedKey, uniformAt } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { fitTable } from "./fit-table";

const key = seedKey(3);
/** Each of 40 towns has a price of its own, in no order. */
const price = (town: number) => Math.floor(100 * uniformAt(key, town));
const rows = Array.from({ length: 1200 }, (_, i) => {
  const [town, size] = [(i * 17) % 40, (i * 7) % 13];
  return { town: `town ${town}`, size, y: price(town) * (1 + size / 10) };
});

describe("a category of many levels", () => {
  it("is learnt as a vector for each, beside the features", async () => {
    const model = await fitTable(rows, { target: "y", task: "regression", seed: 1, epochs: 40 });
    // 41 indices; the root of 41 is 6.4
    expect(model.network.weights.get("0/embedding/weights")?.shape).toEqual([41, 7]);
    expect(model.network.inputs).toEqual([
      { shape: [1], dtype: "float32" },
      { shape: [1], dtype: "int32" },
    ]);
    expect(model.scores.network.r2).toBeGreaterThan(0.95);
  });

  it("counts an unseen value as the average of those seen, where no training row had any", async () => {
    const model = await fitTable(rows, { target: "y", task: "regression", seed: 1, epochs: 1 });
    const [encoder] = model.encoder.inputs;
    if (encoder?.kind !== "category") throw new Error("expected a category");
    expect(encoder.other).toBe(false);
    const table = model.network.weights.get("0/embedding/weights")?.data ?? [];
    const total = encoder.counts.reduce((sum, count) => sum + count, 0);
    const mean = encoder.counts.reduce((sum, count, level) => sum + count * (table[7 * (level + 1)] ?? 0), 0) / total;
    expect(table[0]).toBeCloseTo(mean, 7);
  });

  it("keeps what was learnt about rare values, where training rows had some", async () => {
    const rare = rows.map((row, i) => (i % 40 === 0 ? { ...row, town: `hamlet ${i}` } : row));
    const model = await fitTable(rare, { target: "y", task: "regression", seed: 1, epochs: 1 });
    const [encoder] = model.encoder.inputs;
    if (encoder?.kind !== "category") throw new Error("expected a category");
    expect(encoder.other).toBe(true);
    expect(encoder.levels.every((level) => level.startsWith("town"))).toBe(true);
    const asked = ["hamlet 0", "Atlantis", null].map((town) => ({ town, size: 3 }));
    const predictions = model.predict(asked);
    expect(new Set(predictions).size).toBe(1);
  });
});
