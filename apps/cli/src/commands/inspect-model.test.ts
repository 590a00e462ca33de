import {
  type Activation,
  createModel,
  createRegistry,
  dense,
  type Plugin,
  save,
  sequential,
  writeSafetensors,
} from "neurite";
import { beforeAll, describe, expect, it } from "vitest";
import { engineHere, type TestFolder, testFolder, visitsTable } from "../test-folder";

const square: Activation = { kind: "acme/square", apply: (x) => x.mul(x) };
const acme: Plugin = {
  name: "acme",
  package: { name: "neurite-acme", version: "1.2.3" },
  activations: { "acme/square": () => square },
};

let folder: TestFolder;
beforeAll(async () => {
  const foreign = createModel(sequential([dense({ units: 3, activation: square }), dense({ units: 1 })]), {
    inputs: [2],
  });
  const floats = { dtype: "F32", shape: [2, 3], data: new Float32Array(6) } as const;
  folder = await testFolder({
    "visits.csv": `always,${visitsTable().replaceAll("\n", "\n7,").slice(0, -2)}`,
    "foreign.safetensors": save(foreign, { registry: createRegistry({ plugins: [acme] }) }),
    "plain.safetensors": writeSafetensors(new Map([["layer.weight", floats]]), new Map([["format", "pt"]])),
    "damaged.safetensors": new Uint8Array(20).fill(200),
  });
  const argv = ["visits.csv", "--target", "visits", "--ignore", "customer", "--units", "6", "--epochs", "3"];
  expect((await folder.neurite(["train", ...argv])).code).toBe(0);
});
const inspect = (...argv: string[]) => folder.neurite(["inspect", ...argv]);

describe("neurite inspect of a model", () => {
  it("shows columns, scores and layers", async () => {
    const { code, out, err } = await inspect("visits.safetensors");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`visits.safetensors: a model of visits, a number

column  kind
always  number    not used: it did not vary
age     number
job     category
hours   number

Rows: 42 to train on, 9 to choose when to stop, 9 to test on.
Training: 3 epochs, seed 0, engine ${engineHere()}.
Scores on the test rows:
`);
    expect(out).toContain("\nThe straight line on its 42 training rows:\n");
    expect(out).toContain("\n  neurite regress FILE --formula 'visits ~ age + job + hours'\n\nlayer");
    // age, three jobs and hours are 5 inputs: 5 · 6 + 6 and 6 · 1 + 1.
    expect(out).toContain(`
layer    kind   activation  output  parameters
0/dense  dense  gelu        6               36
1/dense  dense  linear      1                7
43 parameters (float32), `);
    expect(out).toMatch(/ bytes, file version 1\n$/);
  });

  it("prints one JSON object under --json", async () => {
    const { out } = await inspect("visits.safetensors", "--json");
    const object = JSON.parse(out);
    expect(object).toMatchObject({
      format: "neurite",
      version: 1,
      task: "regression",
      target: "visits",
      rows: { train: 42, validation: 9, test: 9 },
      parameters: 43,
      foreign: [],
      warnings: [],
    });
    expect(object.columns[2]).toEqual({ name: "job", kind: "category", used: true });
    expect(object.layers[0]).toMatchObject({ path: "0/dense", output: [6], parameters: 36 });
    expect(Object.keys(object.network)).toEqual(["r2", "rmse"]);
    expect(object.baselineStatistics).toMatchObject({
      kind: "linear",
      rows: 42,
      formula: "visits ~ age + job + hours",
    });
    expect(object.baselineStatistics.coefficients.map(({ name }: { name: string }) => name)).toEqual([
      "Intercept",
      "age",
      "job=cook",
      "job=nurse",
      "hours",
    ]);
  });

  it("names the plugins of foreign kinds, of a network without a table too", async () => {
    const { code, out, err } = await inspect("foreign.safetensors");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("foreign.safetensors: a network without a table\n");
    expect(out).toContain("13 parameters");
    expect(out).toContain("  acme/square  plugin acme  package neurite-acme 1.2.3  runs from this file\n");
  });

  it("lists the tensors of someone else's safetensors", async () => {
    const { code, out } = await inspect("plain.safetensors");
    expect(code).toBe(0);
    expect(out).toBe(`plain.safetensors: a safetensors file with 1 tensor, no model of neurite

tensor        dtype  shape
layer.weight  F32    2 × 3

format:  pt
`);
    expect(JSON.parse((await inspect("plain.safetensors", "--json")).out)).toMatchObject({
      format: "safetensors",
      metadata: { format: "pt" },
      tensors: [{ name: "layer.weight", dtype: "F32", shape: [2, 3] }],
    });
  });

  it.each([
    [["damaged.safetensors"], 3, "damaged.safetensors: "],
    [["visits.safetensors", "--target", "visits"], 2, "--target is for tables"],
  ])("refuses %j with exit code %d", async (argv, code, mention) => {
    const ran = await inspect(...argv);
    expect([ran.code, ran.out]).toEqual([code, ""]);
    expect(ran.err).toContain(mention);
  });
});
