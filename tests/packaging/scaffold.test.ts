// `npm create neurite-plugin`, as someone types it who has nothing yet: each kind of plugin is made, tested, built and published.
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attempt, emptyFolder, filesWithRegistry, projectWith, removeFolders, runIn, type } from "./user-folder";

const kinds = ["activation", "layer", "loss", "optimizer", "initializer", "metric"];
/** What the tools of the first plugin take to install, the others use too; each lacks nothing but time. */
let home = "";
const folderOf = (kind: string) => path.join(home, `neurite-plugin-my-${kind}`);

beforeAll(() => {
  home = emptyFolder();
  for (const kind of kinds)
    type(home, "npm", "create", "--yes", "neurite-plugin", `my-${kind}`, "--", "--kind", kind, "--yes");
  // the layer's is the largest: its initializers come from @neurite/layers
  type(folderOf("layer"), "npm", "install");
  for (const kind of kinds) {
    if (kind !== "layer")
      symlinkSync(path.join(folderOf("layer"), "node_modules"), path.join(folderOf(kind), "node_modules"));
  }
});
afterAll(removeFolders);

describe("npm create neurite-plugin", () => {
  it.each(kinds)(
    "makes a plugin with %s that passes its tests, its types and its build, and is published, at once",
    (kind) => {
      const folder = folderOf(kind);
      const printed = type(folder, "npm", "publish"); // types, tests and build run first
      expect(printed).toContain(`+ neurite-plugin-my-${kind}@0.0.0`);
      expect(printed).toMatch(/Tests {2}\d+ passed/);
      expect(readFileSync(path.join(folder, "dist/index.d.ts"), "utf8")).toContain("plugin");
    },
  );

  it("overwrites nothing", () => {
    const again = attempt(
      home,
      "npm",
      "create",
      "--yes",
      "neurite-plugin",
      "my-loss",
      "--",
      "--kind",
      "layer",
      "--yes",
    );
    expect(again.status).toBe(2);
    expect(again.stderr).toContain("neurite-plugin-my-loss already exists");
    expect(readFileSync(path.join(folderOf("loss"), "src/my-loss.ts"), "utf8")).toContain("Loss");
  });

  it("makes plugins that serve side by side in a project of their users", () => {
    const names = kinds.map((kind) => `neurite-plugin-my-${kind}`);
    const folder = projectWith("neurite", ...names);
    const code = `import { builtins, createRegistry } from "neurite";
      const plugins = await Promise.all(${JSON.stringify(names)}.map(async (name) => (await import(name)).plugin));
      const registry = createRegistry({ plugins: [builtins, ...plugins] });
      for (const kind of ${JSON.stringify(kinds)}) console.log(registry.kinds(kind).filter((name) => name.includes("/")).join());`;
    expect(runIn(folder, "use.mjs", code)).toBe(
      "my-activation/myActivation\nmy-layer/myLayer\nmy-loss/myLoss\nmy-optimizer/myOptimizer\nmy-initializer/myInitializer\nmy-metric/myMetric\n",
    );
  });
});

describe("the address of the registry", () => {
  it("stands in no file of a new plugin, published or not", () => {
    expect(filesWithRegistry()).toEqual([]);
  });
});

describe("the conformance kit", () => {
  it("runs under Node's own test runner too", () => {
    const folder = projectWith("neurite");
    mkdirSync(path.join(folder, "test"));
    const code = (apply: string) => `import { test } from "node:test";
      import { testActivation } from "neurite/testing";
      testActivation(() => ({ kind: "acme/odd", apply: (x) => ${apply} }), { test });`;
    writeFileSync(path.join(folder, "test/good.test.mjs"), code("x.mul(x.sigmoid())"));
    expect(type(folder, process.execPath, "--test", "test/good.test.mjs")).toMatch(/# pass \d\d\n# fail 0\n/);
    writeFileSync(path.join(folder, "test/odd.test.mjs"), code("x.mul(x).div(x)"));
    const { status, stdout } = attempt(folder, process.execPath, "--test", "test/odd.test.mjs");
    expect(status).toBe(1);
    expect(stdout).toContain(
      "where the input is 0 everywhere, a result is NaN. Bound what goes into log, sqrt, pow and division.",
    );
  });
});
