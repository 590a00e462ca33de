import { describe, expect, it } from "vitest";
import { fitTable } from "./fit-table";

const rows = Array.from({ length: 80 }, (_, i) => ({
  age: i % 9 === 4 ? null : 20 + ((i * 7) % 40),
  job: ["clerk", "nurse", "baker"][i % 3] ?? "",
  shop: `shop ${(i * 11) % 20}`,
  y: ((i * 7) % 40) * (i % 3),
}));

describe("trace", () => {
  it("shows cells, features, layers and the way back to the target's unit, and ends in what predict says", async () => {
    const model = await fitTable(rows, { target: "y", task: "regression", ignore: ["shop"], units: [4], epochs: 3 });
    const row = { age: 33, job: "nurse" };
    const trace = model.trace(row);
    expect(trace.features.map(({ name, cell }) => [name, cell])).toEqual([
      ["age", "33"],
      ["age missing", "33"],
      ["job=baker", "nurse"],
      ["job=clerk", "nurse"],
      ["job=nurse", "nurse"],
    ]);
    expect(trace.features.slice(1).map(({ value }) => value)).toEqual([0, 0, 0, 1]);
    expect(trace.network.inputs).toEqual([trace.features.map(({ value }) => value)]);
    expect(trace.network.layers.map(({ kind, units }) => [kind, units?.length])).toEqual([
      ["dense", 4],
      ["dense", 1],
    ]);
    const { mean, deviation } = trace.scale ?? { mean: 0, deviation: 0 };
    expect(trace.prediction).toBe(mean + (trace.output[0] ?? 0) * deviation);
    expect(trace.output).toEqual(trace.network.outputs[0]);
    expect([trace.prediction]).toEqual(model.predict([row]));
    expect(trace.prediction).toBe(model.predict([...rows, row]).at(-1));
  });

  it("shows the indices of embedded categories, and where an unseen value goes", async () => {
    const model = await fitTable(rows, { target: "y", task: "regression", epochs: 2, oneHotLimit: 5, seed: 2 });
    const source = [
      { age: 20, job: "baker", shop: "shop 11" },
      { age: 20, job: "baker", shop: "new" },
    ];
    const [known, unseen] = [model.trace(source, 0), model.trace(source, 1)];
    expect(known.indices).toMatchObject([{ column: "shop", cell: "shop 11", level: "shop 11" }]);
    expect(unseen.indices).toEqual([{ column: "shop", cell: "new", index: 0, level: null }]);
    expect(unseen.warnings.map(({ code }) => code)).toEqual(["unseen-value"]);
    expect([known.prediction, unseen.prediction]).toEqual(model.predict(source));
  });

  it.each([2, 3])("ends in the probabilities of %i classes", async (count) => {
    const classes = rows.map(({ y, ...rest }, i) => ({ ...rest, y: `class ${i % count}` }));
    const model = await fitTable(classes, { target: "y", task: "classification", ignore: ["shop"], epochs: 2 });
    const trace = model.trace(classes, 5);
    expect([trace.prediction]).toEqual(model.predict(classes.slice(5, 6)));
    expect(trace.scale).toBeUndefined();
    expect(trace.output).toHaveLength(count === 2 ? 1 : 3);
  });

  it("refuses a row that is not there", async () => {
    const model = await fitTable(rows, { target: "y", epochs: 1, ignore: ["shop"] });
    expect(() => model.trace(rows, 80)).toThrow('"row" should be a whole number from 0 to 79, got 80');
  });
});
