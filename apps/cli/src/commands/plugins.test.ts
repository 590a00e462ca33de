import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { fakeIo } from "../fake-io";
import { run } from "../run";
import { testFolder } from "../test-folder";

const folder = await testFolder({
  "node_modules/neurite-plugin-acme/package.json": '{ "type": "module", "exports": "./index.js" }',
  "node_modules/neurite-plugin-acme/index.js": `export const plugin = {
    name: "acme",
    package: { name: "neurite-plugin-acme", version: "1.2.3" },
    activations: { "acme/snake": () => ({ kind: "acme/snake", apply: (x) => x }) },
  };`,
  "acme.mjs": `const made = (kind) => () => ({ kind, apply: (x) => x.mul(x) });
    export const plugin = {
      name: "acme",
      package: { name: "neurite-plugin-acme", version: "1.2.3" },
      activations: { "acme/square": made("acme/square"), "acme/again": made("acme/again") },
      regularizers: { "acme/cubic": made("acme/cubic") },
    };`,
  "other.mjs": `export const plugin = {
    name: "acme",
    package: { name: "acme-of-another", version: "0.1.0" },
    activations: { "acme/third": () => ({ kind: "acme/third", apply: (x) => x }) },
  };`,
});
const plugins = (...argv: string[]) => folder.neurite(["plugins", ...argv]);

describe("neurite plugins", () => {
  it("lists the kinds of neurite and of plugins by category", async () => {
    const { code, out, err } = await plugins("--plugin", "./acme.mjs");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(
      /^neurite {2}\d+ kinds\nacme +3 kinds {2}neurite-plugin-acme 1\.2\.3\n\nlayers\n {2}neurite {2}add, /,
    );
    expect(out).toContain("\n  acme     acme/again, acme/square\n\nlosses\n  neurite  binaryCrossEntropy, ");
    expect(out).toContain("\nregularizers\n  neurite  elasticNet, l1, l2\n  acme     acme/cubic\n\nconstraints\n");
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("prints what the README shows", async () => {
    const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
    const [, argv = "", shown = ""] = /\nneurite (plugins .*)\n```\n\n```text\n([^`]*)```/.exec(readme) ?? [];
    const { out } = await folder.neurite(argv.split(" "));
    // a line of "…" stands for lines that are left out
    const [before = "", after = "", ...more] = shown.split(/^ *…\n/m);
    expect([before.split("\n").length > 5, more]).toEqual([true, []]);
    expect([out.slice(0, before.length), out.slice(-after.length)]).toEqual([before, after]);
  });

  it("lists one category", async () => {
    const { out } = await plugins("--category", "constraint");
    expect(out).toBe("neurite  4 kinds\n\nconstraints\n  neurite  maxNorm, monotone, nonNegative, unitNorm\n");
  });

  it("keeps plugins of one name apart by their packages", async () => {
    const { out } = await plugins("--plugin", "./acme.mjs", "--plugin", "./other.mjs", "--category", "activation");
    expect(out).toMatch(
      /^neurite {2}\d+ kinds\nacme +2 kinds {2}neurite-plugin-acme 1\.2\.3\nacme +1 kind {2}acme-of-another 0\.1\.0\n/,
    );
    expect(out).toContain("\n  acme (neurite-plugin-acme 1.2.3)  acme/again, acme/square\n");
    expect(out).toContain("\n  acme (acme-of-another 0.1.0)      acme/third\n");
  });

  it("fits the width of the terminal, with headings in bold unless NO_COLOR is set", async () => {
    const show = async (columns: number, env: Record<string, string>) => {
      const io = fakeIo({ terminal: true, env });
      await run(["plugins", "--category", "constraint"], { ...io, stdout: { ...io.stdout, columns } });
      return io.out();
    };
    expect(await show(44, { NO_COLOR: "1" })).toBe(
      "neurite  4 kinds\n\nconstraints\n  neurite  maxNorm, monotone, nonNegative,\n           unitNorm\n",
    );
    expect(await show(100, {})).toContain("\n\u001b[1mconstraints\u001b[22m\n");
  });

  it("prints one JSON object under --json", async () => {
    const { kinds } = JSON.parse((await plugins("--plugin", "./acme.mjs", "--category", "regularizer", "--json")).out);
    expect(kinds).toEqual([
      {
        category: "regularizer",
        kind: "acme/cubic",
        plugin: "acme",
        package: { name: "neurite-plugin-acme", version: "1.2.3" },
      },
      { category: "regularizer", kind: "elasticNet", plugin: "neurite" },
      { category: "regularizer", kind: "l1", plugin: "neurite" },
      { category: "regularizer", kind: "l2", plugin: "neurite" },
    ]);
  });

  it("refuses a plugin that is not there with exit code 3", async () => {
    const { code, out, err } = await plugins("--plugin", "./nowhere.mjs");
    expect([code, out]).toEqual([3, ""]);
    expect(err).toBe(
      "error[no-such-file]: ./nowhere.mjs: expected a readable file, got no file of that name. Check the path.\n",
    );
  });
});
