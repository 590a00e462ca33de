// The commands with a plugin in a file and in a package, and without it.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  createModel,
  createRegistry,
  dense,
  type Layer,
  type Plugin,
  readSafetensors,
  save,
  sequential,
  writeSafetensors,
} from "neurite";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestFolder, testFolder, visitsTable } from "../test-folder";

/** The code of a plugin, with what it does when it is imported. */
const acme = (version: string, onImport = "") => `${onImport}
  export const plugin = {
    name: "acme",
    package: { name: "neurite-plugin-acme", version: "${version}" },
    activations: { "acme/snake": () => ({ kind: "acme/snake", apply: (x) => x.add(x.sin().mul(x.sin())) }) },
  };`;
const manifest = (name: string, version: string) =>
  JSON.stringify({ name, version, type: "module", exports: { ".": { types: "./index.d.ts", default: "./index.js" } } });

const scale: Layer = { kind: "zeta/scale", apply: ([x]) => x.mul(2) };
const zeta: Plugin = {
  name: "zeta",
  package: { name: "neurite-plugin-zeta", version: "0.1.0" },
  layers: { "zeta/scale": () => scale },
};

const whole = save(createModel(sequential([scale, dense({ units: 1 })]), { inputs: [2] }), {
  registry: createRegistry({ plugins: [zeta] }),
});

let folder: TestFolder;
beforeAll(async () => {
  folder = await testFolder({
    "visits.csv": visitsTable(),
    "weights.json": '{"node_0": [1, 1], "output": [2]}',
    "node_modules/neurite-plugin-acme/package.json": manifest("neurite-plugin-acme", "1.2.3"),
    "node_modules/neurite-plugin-acme/index.js": acme("1.2.3"),
    "node_modules/neurite-plugin-named/package.json": manifest("neurite-plugin-named", "1.2.3"),
    "node_modules/neurite-plugin-named/index.js": acme("1.2.3", "globalThis.namedWasImported = true;"),
    "newer.mjs": acme("2.0.0"),
    "evil.mjs": acme("1.2.3\\u001b[2J"),
    "other-parameters.mjs": acme("3.0.0").replace(
      "(x) => x.add",
      `(x, scope) => x.mul(scope.parameter("beta", {
      shape: [1], initializer: { kind: "acme/one", sample: () => Float64Array.of(1) } })).add`,
    ),
    "zeta-activation.mjs": `export const plugin = {
      name: "zeta", activations: { "zeta/scale": () => ({ kind: "zeta/scale", apply: (x) => x }) } };`,
    "failing.mjs": `export const plugin = {
      name: "failing", activations: { "failing/x": () => ({ kind: "failing/x", apply: (x) => x.nothing() }) } };`,
    "whole.safetensors": whole,
    "scaled.safetensors": edited(whole, (description) => {
      delete description.expressions;
      delete description.graphs;
    }),
  });
  const argv = ["visits.csv", "--target", "visits", "--ignore", "customer", "--units", "6", "--epochs", "3"];
  const plugin = ["--plugin", "neurite-plugin-acme", "--activation", "acme/snake"];
  trained = await folder.neurite(["train", ...argv, ...plugin]);
  const evil = ["--plugin", "./evil.mjs", "--activation", "acme/snake", "--out", "evil.safetensors", "--json"];
  expect((await folder.neurite(["train", ...argv, ...evil])).code).toBe(0);
});
let trained: Awaited<ReturnType<TestFolder["neurite"]>>;

/** As much of a model file's description as is changed here. */
interface Description {
  foreign: { package: { name: string } }[];
  expressions?: unknown;
  graphs?: unknown;
}

/** A model file with another description. */
function edited(bytes: Uint8Array, edit: (description: Description) => void): Uint8Array {
  const { tensors, metadata } = readSafetensors(bytes);
  const description: Description = JSON.parse(metadata.get("neurite") ?? "");
  edit(description);
  return writeSafetensors(tensors, new Map([["neurite", JSON.stringify(description)]]));
}

const missing =
  'The activation "acme/snake" of the plugin "acme" (neurite-plugin-acme 1.2.3) is missing here: it runs from its expression in the file, with the same results. Run npm install neurite-plugin-acme@1.2.3, then pass --plugin neurite-plugin-acme.';
const row = "age,job,hours\n30,clerk,4\n";

describe("neurite with plugins", () => {
  it("trains with a kind of a plugin, whose package the model file names", async () => {
    expect([trained.code, trained.err]).toEqual([0, ""]);
    expect(trained.out).toContain(
      "Next:  neurite predict visits.safetensors visits.csv --plugin neurite-plugin-acme\n",
    );
    const text = readSafetensors(await folder.read("visits.safetensors")).metadata.get("neurite");
    expect(JSON.parse(text ?? "").foreign).toEqual([
      { kind: "acme/snake", plugin: "acme", package: { name: "neurite-plugin-acme", version: "1.2.3" } },
    ]);
  });

  it("predicts the same with the plugin and without, which is warned of", async () => {
    const predict = (...options: string[]) =>
      folder.neurite(["predict", "visits.safetensors", "-", ...options], { stdin: row });
    const known = await predict("--plugin", "neurite-plugin-acme");
    expect([known.code, known.err]).toEqual([0, ""]);
    const bare = await predict();
    expect(bare.out).toBe(known.out);
    expect(bare.err).toBe(`warning: visits.safetensors: ${missing}\n`);
    expect(JSON.parse((await predict("--json")).out).warnings).toEqual([`visits.safetensors: ${missing}`]);
  });

  it("warns of a plugin in another version, and uses it", async () => {
    const { code, err } = await folder.neurite(["predict", "visits.safetensors", "-", "--plugin", "./newer.mjs"], {
      stdin: row,
    });
    expect(code).toBe(0);
    expect(err).toBe(
      'warning: visits.safetensors: The file was written with the plugin "acme" (neurite-plugin-acme 1.2.3), and here it is neurite-plugin-acme 2.0.0: "acme/snake" may give other results. Run npm install neurite-plugin-acme@1.2.3 for the same results, or check that they are right.\n',
    );
  });

  it("tells of a plugin in another version with which the file cannot be loaded, and what to do", async () => {
    const fault =
      'visits.safetensors: The file was written with the plugin "acme" (neurite-plugin-acme 1.2.3), and cannot be loaded with neurite-plugin-acme 3.0.0, which is here: Layer "0/dense/activation" lacks its tensor "beta" (float32 [1]). Run npm install neurite-plugin-acme@1.2.3, or leave the plugin out: the file runs from its own expression.';
    for (const command of ["predict", "trace"]) {
      const argv = [command, "visits.safetensors", "-", "--plugin", "./other-parameters.mjs"];
      const { code, out, err } = await folder.neurite(argv, { stdin: row });
      expect([code, out, err]).toEqual([3, "", `error[bad-file]: ${fault}\n`]);
    }
  });

  it("traces a model and a network written by hand", async () => {
    const ofModel = await folder.neurite(
      ["trace", "visits.safetensors", "-", "--plugin", "neurite-plugin-acme", "--top", "1"],
      { stdin: row },
    );
    expect([ofModel.code, ofModel.err]).toEqual([0, ""]);
    expect(ofModel.out).toContain("  acme/snake(");
    const argv = ["--weights", "weights.json", "--input", "0,0", "--activation", "acme/snake"];
    const byHand = await folder.neurite(["trace", ...argv, "--plugin", "./newer.mjs"]);
    expect([byHand.code, byHand.err]).toEqual([0, ""]);
    // x + sin² x of 0
    expect(byHand.out).toContain("  acme/snake(0)  = 0\n");
  });

  it("imports nothing that only a file names, though it is installed", async () => {
    const marks = globalThis as { namedWasImported?: boolean };
    const named = edited(await folder.read("visits.safetensors"), ({ foreign }) => {
      for (const kind of foreign) kind.package.name = "neurite-plugin-named";
    });
    await writeFile(join(folder.path, "named.safetensors"), named);
    for (const command of ["predict", "inspect"]) {
      const table = command === "predict" ? ["-"] : [];
      expect((await folder.neurite([command, "named.safetensors", ...table], { stdin: row })).code).toBe(0);
    }
    expect(marks.namedWasImported).toBeUndefined();
    await folder.neurite(["plugins", "--plugin", "neurite-plugin-named"]);
    expect(marks.namedWasImported).toBe(true); // so it would have been seen
  });

  it("says whose fault an unknown fault may be", async () => {
    const argv = ["--target", "visits", "--plugin", "./failing.mjs", "--activation", "failing/x", "--force"];
    const { code, err } = await folder.neurite(["train", "visits.csv", ...argv]);
    expect(code).toBe(1);
    expect(err).toContain(
      "internal: x.nothing is not a function. It may be the fault of the plugin ./failing.mjs, see failing.mjs:",
    );
  });

  it("refuses a model whose kinds neither the file nor a plugin has, saying how to pass it", async () => {
    const { code, err } = await folder.neurite(["predict", "scaled.safetensors", "-"], { stdin: row });
    expect(code).toBe(3);
    expect(err).toBe(
      'error[unknown-kind]: scaled.safetensors: Unknown layer "zeta/scale": it comes from the plugin "zeta" (neurite-plugin-zeta 0.1.0), which is missing here. Run npm install neurite-plugin-zeta@0.1.0, then pass --plugin neurite-plugin-zeta.\n',
    );
  });
});

describe("neurite inspect with plugins", () => {
  const inspect = (...argv: string[]) => folder.neurite(["inspect", ...argv]);

  it("tells that a kind runs from the file, and how to get its plugin", async () => {
    const { out, err } = await inspect("visits.safetensors");
    expect(err).toBe("");
    expect(out).toContain(`
Kinds of others:
  acme/snake  plugin acme  package neurite-plugin-acme 1.2.3  runs from this file
Run npm install neurite-plugin-acme@1.2.3, then pass --plugin neurite-plugin-acme.
`);
    expect(JSON.parse((await inspect("visits.safetensors", "--json")).out).foreign).toEqual([
      {
        kind: "acme/snake",
        plugin: "acme",
        package: { name: "neurite-plugin-acme", version: "1.2.3" },
        install: "neurite-plugin-acme@1.2.3",
        categories: ["activation"],
        expression: true,
        runsFrom: "file",
        remedy: "Run npm install neurite-plugin-acme@1.2.3, then pass --plugin neurite-plugin-acme.",
      },
    ]);
  });

  it("tells that a kind runs from a plugin, in which version", async () => {
    const { out, err } = await inspect("visits.safetensors", "--plugin", "./newer.mjs");
    expect(out).toMatch(/ {2}acme\/snake .* 1\.2\.3 {2}runs from neurite-plugin-acme 2\.0\.0\n$/);
    expect(err).toContain("and here it is neurite-plugin-acme 2.0.0");
    const { foreign } = JSON.parse((await inspect("visits.safetensors", "--plugin", "./newer.mjs", "--json")).out);
    expect(foreign[0]).toMatchObject({
      runsFrom: "plugin",
      passed: { plugin: "acme", package: { name: "neurite-plugin-acme", version: "2.0.0" } },
    });
    expect(foreign[0]).not.toHaveProperty("remedy");
  });

  it("shows a file with which its plugin in another version fails, as it is without plugins", async () => {
    const { code, out, err } = await inspect("visits.safetensors", "--plugin", "./other-parameters.mjs");
    expect(code).toBe(0);
    expect(out).toBe((await inspect("visits.safetensors")).out);
    expect(err).toMatch(
      /^warning: The file was written with .* cannot be loaded with neurite-plugin-acme 3\.0\.0.*\n$/,
    );
  });

  it("takes a plugin's kind of another category for none of the file's", async () => {
    for (const [file, place] of [
      ["whole.safetensors", "runs from this file"],
      ["scaled.safetensors", "needs its plugin"],
    ] as const) {
      const { code, out } = await inspect(file, "--plugin", "./zeta-activation.mjs");
      expect(code).toBe(0);
      expect(out).toContain(`  zeta/scale  plugin zeta  package neurite-plugin-zeta 0.1.0  ${place}\n`);
    }
  });

  it("shows a file whose plugin is needed", async () => {
    const { code, out, err } = await inspect("scaled.safetensors");
    expect(code).toBe(0);
    expect(out).toContain("  zeta/scale  plugin zeta  package neurite-plugin-zeta 0.1.0  needs its plugin\n");
    expect(out).toContain("\nRun npm install neurite-plugin-zeta@0.1.0, then pass --plugin neurite-plugin-zeta.\n");
    expect(err).toContain('warning: Unknown layer "zeta/scale"');
    expect(JSON.parse((await inspect("scaled.safetensors", "--json")).out).foreign[0].runsFrom).toBeNull();
  });

  it("makes no install command of a version that is none, and steers no terminal", async () => {
    for (const argv of [
      ["inspect", "evil.safetensors"],
      ["predict", "evil.safetensors", "-"],
    ]) {
      const { code, out, err } = await folder.neurite(argv, { stdin: row });
      expect(code).toBe(0);
      expect(`${out}${err}`).not.toContain("npm install");
      expect(`${out}${err}`).not.toContain("\u001b");
      expect(`${out}${err}`).toContain('Get the plugin "acme" from whoever made the file, then pass it with --plugin.');
    }
  });

  it("takes --plugin for model files only", async () => {
    const { code, err } = await inspect("visits.csv", "--plugin", "./newer.mjs");
    expect(code).toBe(2);
    expect(err).toBe("error[usage]: --plugin is for model files, and visits.csv is a table. Leave it out.\n");
  });
});
