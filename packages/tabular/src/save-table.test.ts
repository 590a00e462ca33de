import { activationsPlugin } from "@neurite/activations";
import { dense, layersPlugin } from "@neurite/layers";
import { createModel, networkPlugin, sequential } from "@neurite/network";
import { type Activation, createRegistry, type Json } from "@neurite/plugin";
import { openModelFile, save } from "@neurite/serialization";
import { describe, expect, it } from "vitest";
import { fitTable } from "./fit-table";
import { loadTable } from "./load-table";
import { saveTable } from "./save-table";

const registry = createRegistry({ plugins: [activationsPlugin, layersPlugin, networkPlugin] });
const rows = Array.from({ length: 90 }, (_, i) => ({
  age: i % 9 === 4 ? null : 20 + ((i * 7) % 40),
  shop: `shop ${(i * 11) % 20}`,
  since: `201${i % 10}-03-0${1 + (i % 9)}`,
  member: i % 4 === 0,
  number: ((i * 7) % 40) * (i % 3) * 1.1,
  two: i % 3 === 0 ? "yes" : "no",
  three: ["a", "b", "__proto__"][(i * 5) % 3] ?? "",
}));
const targets = ["number", "two", "three"] as const;
const fitted = await Promise.all(
  targets.map((target) =>
    fitTable(rows, {
      target,
      ignore: targets.filter((other) => other !== target),
      oneHotLimit: 8,
      units: [6],
      dropout: 0.1,
      epochs: 3,
      seed: 2,
    }),
  ),
);

describe("a table's model, saved and loaded", () => {
  it.each(targets.map((target, i) => [target, i] as const))("predicts %s with the same bits", (_, i) => {
    const model = fitted[i];
    if (model === undefined) throw new Error("expected a model");
    const bytes = saveTable(model);
    const again = loadTable<(typeof rows)[number]>(bytes, { registry });
    expect(again.predict(rows)).toEqual(model.predict(rows));
    expect(again.predictBaseline(rows)).toEqual(model.predictBaseline(rows));
    expect(again.trace(rows, 3)).toEqual(model.trace(rows, 3));
    const { encoder, baseline, scores, history, seed, engine, target, task, columns, classes } = model;
    expect(again).toMatchObject({
      encoder,
      baseline,
      scores,
      history,
      seed,
      engine,
      target,
      task,
      columns,
      warnings: [],
    });
    expect(again.classes).toEqual(classes);
    expect(saveTable(again)).toEqual(bytes);
  });

  it("keeps a foreign activation, and runs it where its plugin is missing", async () => {
    const snake: Activation = { kind: "acme/snake", apply: (x) => x.add(x.sin().mul(x.sin())) };
    const acme = { name: "acme", activations: { "acme/snake": () => snake } };
    const model = await fitTable(rows, { target: "number", activation: snake, units: [3], epochs: 2 });
    const with_ = createRegistry({ plugins: [activationsPlugin, layersPlugin, networkPlugin, acme] });
    const bytes = saveTable(model, { registry: with_ });
    const warnings: string[] = [];
    const again = loadTable(bytes, { registry, onWarning: ({ message }) => warnings.push(message) });
    expect(again.predict(rows)).toEqual(model.predict(rows));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('"acme/snake"');
    expect(() => loadTable(bytes, { registry, missing: "error" })).toThrow("acme/snake");
    expect(loadTable(bytes, { registry: with_, missing: "error" }).predict(rows)).toEqual(model.predict(rows));
  });

  it("keeps constants and single classes", async () => {
    for (const y of [7, "only"]) {
      const model = await fitTable(
        rows.map(({ age }) => ({ age, y })),
        { target: "y" },
      );
      const again = loadTable(saveTable(model), { registry });
      expect(again.predict([{ age: 3 }])).toEqual(model.predict([{ age: 3 }]));
      expect(again.predictBaseline([{ age: 3 }])).toEqual(model.predictBaseline([{ age: 3 }]));
    }
  });
});

/** The file of the first model with one field of the table's part changed. */
function broken(path: readonly (string | number)[], value: Json, at = 0): Uint8Array {
  const model = fitted[at];
  if (model === undefined) throw new Error("expected a model");
  const { metadata } = openModelFile(saveTable(model), { registry });
  const json = structuredClone(metadata.get("tabular")) as Record<string | number, unknown>;
  let part = json;
  for (const key of path.slice(0, -1)) part = part[key] as Record<string | number, unknown>;
  part[path.at(-1) ?? ""] = value;
  return save(model.network, { metadata: { tabular: json as Json } });
}

const intercept = { name: "Intercept", estimate: 0.5, standardError: 0.25 };
const equation = (label: string, coefficients: Json = [intercept]): Json => ({ class: label, coefficients });
const likelihood = (equations: Json) => ({ equations, logLikelihood: -60, nullLogLikelihood: -70 });

describe("the statistics of a straight line", () => {
  it.each(targets.map((target, i) => [target, i] as const))("of %s are those of before in a loaded model", (_, i) => {
    const model = fitted[i];
    if (model === undefined) throw new Error("expected a model");
    const again = loadTable(saveTable(model), { registry });
    expect(again.baselineStatistics()).toEqual(model.baselineStatistics());
    expect(JSON.parse(JSON.stringify(again.baselineStatistics()))).toEqual(again.baselineStatistics());
  });

  it("of classes are read from a file, and are unknown where it was written without", () => {
    const kept = loadTable(broken(["baseline", "likelihood"], likelihood([equation("a"), equation("b")]), 2), {
      registry,
    });
    const statistics = kept.baselineStatistics();
    if (statistics.kind !== "softmax") throw new Error("expected classes");
    expect(statistics.chiSquared).toBe(20);
    expect(statistics.equations.map(({ class: of, coefficients }) => [of, coefficients[0]?.statistic])).toEqual([
      ["a", 2],
      ["b", 2],
    ]);
    const { metadata } = openModelFile(saveTable(kept), { registry });
    const { likelihood: _, ...baseline } = (metadata.get("tabular") as { baseline: Record<string, Json> }).baseline;
    const old = loadTable(broken(["baseline"], baseline, 2), { registry });
    expect(old.baselineStatistics()).toEqual({ kind: "unknown", target: "three", reason: "notKept", columns: [] });
    expect(old.predictBaseline(rows)).toEqual(kept.predictBaseline(rows));
  });
});

describe("a file whose table's part is broken", () => {
  it.each<[readonly (string | number)[], Json, string]>([
    [["version"], 2, "has version 2, this neurite reads version 1"],
    [["version"], "1", 'tabular.version should be 1, got "1"'],
    [["encoder"], null, "encoder should be an object, got null"],
    [["encoder", "inputs", 0, "missing"], false, 'should be a column of the straight line, got "age missing"'],
    [
      ["encoder", "inputs", 3, "missing"],
      true,
      "makes float32 [9] and int32 [1] and needs [1], the network takes float32 [8]",
    ],
    [["baseline", "coefficients", 1, "name"], "age", 'name should be a column that is not there yet, got "age"'],
    [["baseline"], 3, "baseline should be an object, got 3"],
    [["baseline", "kind"], "logistic", 'baseline.kind should be one of "linear", got "logistic"'],
    [
      ["baseline", "coefficients", 0, "name"],
      "shoe",
      'baseline.coefficients[0].name should be a column of the straight line, got "shoe"',
    ],
    [
      ["baseline", "coefficients", 0, "estimate"],
      null,
      "baseline.coefficients[0].estimate should be a finite number, got null",
    ],
    [["baseline", "intercept"], "0", 'baseline.intercept should be a finite number, got "0"'],
    [["baseline", "standardised"], 0, "baseline.standardised should be true or false, got 0"],
    [["baseline", "dropped"], {}, "baseline.dropped should be a list, got an object"],
    [["baseline", "rank"], 0, "baseline.rank should be a finite number from 1 to 1000000000000, got 0"],
    [["baseline", "rank"], 1.5, "baseline.rank should be a whole number, got 1.5"],
    [
      ["baseline", "degreesOfFreedom"],
      -2,
      "degreesOfFreedom should be a finite number from 0 to 1000000000000, got -2",
    ],
    [["baseline", "degreesOfFreedom"], 0, "fStatistic should be null without columns or degrees of freedom"],
    [["baseline", "coefficients", 0, "standardError"], -1, "standardError should be a finite number from 0, got -1"],
    [["scores", "network", "r2"], "good", 'scores.network.r2 should be a finite number, got "good"'],
    [["scores", "rows", "test"], -1, "scores.rows.test should be a finite number from 0, got -1"],
    [["history", "ended"], "never", "history.ended should be one of"],
    [["history", "epochs", 1, "loss"], null, "history.epochs[1].loss should be a finite number, got null"],
    [["history", "bestEpoch"], 99, "history.bestEpoch should be a finite number from 0 to 3, got 99"],
    [["seed"], 1e300, "tabular.seed should be a finite number"],
    [["engine"], null, "tabular.engine should be text, got null"],
  ])("is refused for %j as %j", (path, value, message) => {
    expect(() => loadTable(broken(path, value), { registry })).toThrow(message);
  });

  it.each<[readonly (string | number)[], Json, string]>([
    [["baseline", "classes"], ["a", "b", "d"], 'baseline.classes should be classes of the target, got "d"'],
    [["baseline", "classes"], ["a"], "baseline.classes should be two classes or more, got a list of 1"],
    [["baseline", "intercepts"], [1], "baseline.intercepts should be a list of 3, got a list of 1"],
    [
      ["baseline", "coefficients", 0, "estimates", 2],
      "x",
      'baseline.coefficients[0].estimates.2 should be a finite number, got "x"',
    ],
    [["baseline"], { kind: "certain", label: "c" }, 'baseline.label should be one of "__proto__", "a", "b", got "c"'],
    [["encoder", "target", "labels"], ["a", "b", "c", "d", "__proto__"], "does not fit its network"],
    [["baseline", "likelihood"], 3, "baseline.likelihood should be an object, got 3"],
    [["baseline", "likelihood"], { none: "tired", columns: [] }, "baseline.likelihood.none should be one of"],
    [["baseline", "likelihood"], { none: "separated" }, "baseline.likelihood.columns should be a list, got nothing"],
    [
      ["baseline", "likelihood"],
      likelihood([]),
      "baseline.likelihood.equations should be a list of 2, got a list of 0",
    ],
    [["baseline", "likelihood"], likelihood([equation("a"), equation("a")]), 'class should be one of "b", got "a"'],
    [
      ["baseline", "likelihood"],
      likelihood([equation("a"), equation("b", [{ name: "age", estimate: 1, standardError: 1 }])]),
      'equations[1].coefficients[0].name should be one of "Intercept", got "age"',
    ],
    [
      ["baseline", "likelihood"],
      likelihood([equation("a", [intercept, { ...intercept, name: "shoe" }]), equation("b")]),
      'equations[0].coefficients[1].name should be a column of the straight line, got "shoe"',
    ],
    [
      ["baseline", "likelihood"],
      likelihood([equation("a", [{ ...intercept, standardError: -1 }]), equation("b")]),
      "equations[0].coefficients[0].standardError should be a finite number from 0, got -1",
    ],
    [
      ["baseline", "likelihood"],
      { ...likelihood([equation("a"), equation("b")]), nullLogLikelihood: 0 },
      "baseline.likelihood.nullLogLikelihood should be a finite number",
    ],
  ])("of classes is refused for %j as %j", (path, value, message) => {
    expect(() => loadTable(broken(path, value, 2), { registry })).toThrow(message);
  });

  it("is refused where there is none", () => {
    const bytes = save(createModel(sequential([dense({ units: 1 })]), { inputs: [2] }));
    expect(() => loadTable(bytes, { registry })).toThrow("holds a network without a table");
  });
});
