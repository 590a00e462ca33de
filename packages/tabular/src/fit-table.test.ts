import { interpreter, seedKey, uniformAt } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { fitTable } from "./fit-table";
import { tableFromRows } from "./table";

const key = seedKey(7);
/** Two numbers that only count together, a category with gaps, and noise. */
const rows = Array.from({ length: 300 }, (_, i) => {
  const [a, b] = [2 * uniformAt(key, 3 * i) - 1, 2 * uniformAt(key, 3 * i + 1) - 1];
  const kind = i % 11 === 0 ? null : (["low", "high", "high"][i % 3] ?? null);
  return { a, b, kind, y: 100 + 40 * a * b + (kind === "low" ? -10 : 0) };
});

describe("fitTable for numbers", () => {
  it("finds what columns say together, which the line does not", async () => {
    const model = await fitTable(rows, { target: "y", seed: 1 });
    const { scores, task, target, columns, history } = model;
    expect({ task, target }).toEqual({ task: "regression", target: "y" });
    expect(columns).toEqual([
      { name: "a", kind: "number", used: true },
      { name: "b", kind: "number", used: true },
      { name: "kind", kind: "category", used: true },
    ]);
    // 15 % of 300 rows each
    expect(scores.rows).toEqual({ train: 210, validation: 45, test: 45 });
    expect(scores.network.r2).toBeGreaterThan(0.9);
    expect(scores.baseline.r2).toBeLessThan(0.4);
    expect(history.bestEpoch).toBeGreaterThan(0);
    expect(history.epochs.map(({ epoch }) => epoch)).toEqual(history.epochs.map((_, i) => i + 1));
    expect(model.engine).toBe(model.network.backend.name);
    expect((await fitTable(rows, { target: "y", epochs: 1, backend: interpreter })).engine).toBe("interpreter");
  });

  it("gives the same numbers twice, from rows and from a table, and others for another seed", async () => {
    const options = { target: "y", epochs: 4, seed: 3 } as const;
    const [one, two, table, other] = [
      await fitTable(rows, options),
      await fitTable(rows, options),
      await fitTable(tableFromRows(rows), options),
      await fitTable(rows, { ...options, seed: 4 }),
    ];
    expect(two.scores).toEqual(one.scores);
    expect(table.predict(rows)).toEqual(one.predict(rows));
    expect(other.predict(rows)).not.toEqual(one.predict(rows));
    expect(one.history.epochs).toHaveLength(4);
  });

  it("predicts in the target's unit, whatever that is", async () => {
    const scaled = (factor: number) => rows.map((row) => ({ ...row, y: row.y * factor }));
    const options = { target: "y", epochs: 4, seed: 1 } as const;
    const [small, large] = [await fitTable(scaled(1), options), await fitTable(scaled(1024), options)];
    // a power of two scales without rounding
    expect(large.predict(rows)).toEqual(small.predict(rows).map((y) => Number(y) * 1024));
    expect(large.scores.network.r2).toBe(small.scores.network.r2);
    expect(large.scores.baseline.rmse).toBeCloseTo(1024 * Number(small.scores.baseline.rmse), 6);
  });

  it("goes the way that options tell", async () => {
    const model = await fitTable(rows, {
      target: "y",
      ignore: ["kind"],
      categories: ["b"],
      units: [5],
      epochs: 2,
      batchSize: 100,
      test: 0.5,
      oneHotLimit: 2,
    });
    expect(model.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ["a", "number"],
      ["b", "category"],
    ]);
    expect(model.scores.rows).toEqual({ train: 105, validation: 45, test: 150 });
    expect(model.network.summary().layers.filter(({ kind }) => kind === "dense")).toHaveLength(2);
  });

  it("trains without validation rows to the end of its epochs", async () => {
    const { history, scores } = await fitTable(rows, { target: "y", validation: 0, epochs: 3 });
    expect(scores.rows.validation).toBe(0);
    expect(history).toMatchObject({ bestEpoch: 3, ended: "epochs" });
    expect(history.epochs[0]).not.toHaveProperty("validationLoss");
  });
});

describe("fitTable for classes", () => {
  it("gives the probability of two classes, in their order", async () => {
    const truth = rows.map(({ a, b }) => ({ a, b, same: a * b > 0 ? "yes" : "no" }));
    const model = await fitTable(truth, { target: "same", task: "classification", seed: 1 });
    expect(model.classes).toEqual(["no", "yes"]);
    expect(model.scores.network.accuracy).toBeGreaterThan(0.9);
    expect(model.scores.baseline.accuracy).toBeLessThan(0.7);
    const [first, second] = model.predict([
      { a: 0.8, b: 0.8 },
      { a: -0.8, b: 0.8 },
    ]);
    expect([first?.label, second?.label]).toEqual(["yes", "no"]);
    expect(first?.probability).toBe(first?.probabilities[1]);
    expect((second?.probabilities[0] ?? 0) + (second?.probabilities[1] ?? 0)).toBe(1);
  });

  it("gives the probabilities of more classes, in their order", async () => {
    const parts = rows.map(({ a, b }) => ({ a, b, part: a > 0.3 ? "right" : b > 0 ? "up" : "down" }));
    const model = await fitTable(parts, { target: "part", seed: 2 });
    expect(model.classes).toEqual(["down", "right", "up"]);
    expect(model.scores.network.accuracy).toBeGreaterThan(0.85);
    expect(model.baseline.kind).toBe("softmax");
    const { predictions, probabilities, classes } = model.predictTable(parts.slice(0, 5)) as ReturnType<
      Extract<typeof model, { task: "classification" }>["predictTable"]
    >;
    expect(predictions).toEqual(parts.slice(0, 5).map(({ part }) => part));
    expect(probabilities).toHaveLength(15);
    expect(classes).toEqual(model.classes);
    for (let row = 0; row < 5; row++) {
      const sum = probabilities.subarray(3 * row, 3 * row + 3).reduce((total, p) => total + p, 0);
      expect(sum).toBeCloseTo(1, 6);
    }
  });

  it("takes a number column of 0 and 1 as classes, unless told otherwise", async () => {
    const truth = rows.map(({ a, b }) => ({ a, b, hit: a > b ? 1 : 0 }));
    const classes = await fitTable(truth, { target: "hit", epochs: 1 });
    expect([classes.task, classes.classes]).toEqual(["classification", ["0", "1"]]);
    expect(classes.warnings.map(({ code }) => code)).toEqual(["class-target"]);
    const numbers = await fitTable(truth, { target: "hit", task: "regression", epochs: 1 });
    expect(numbers.predict([{ a: 1, b: 0 }])[0]).toBeTypeOf("number");
  });
});
