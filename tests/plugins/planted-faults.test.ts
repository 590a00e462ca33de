// What the kit tells a plugin author: ten faults that plugins have had, each found by the check that is meant for it, with what and where.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Activation, type Layer, type Plugin, readConfig } from "@neurite/plugin";
import { build } from "esbuild";
import { testActivation, testLayer, testPlugin } from "neurite/testing";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "neurite-planted-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the tests that `declare` declares, as a test runner would, and gives what failed: `kind: check: what and where`. */
async function failures(declare: (test: (name: string, body: () => Promise<void>) => void) => void) {
  const tests: { name: string; body: () => Promise<void> }[] = [];
  declare((name, body) => tests.push({ name, body }));
  const failed: string[] = [];
  for (const { name, body } of tests) {
    await body().catch((error: Error) => failed.push(`${name.split(": ")[0]}: ${error.message}`));
  }
  expect(tests.length).toBeGreaterThan(2);
  return failed;
}
const ofActivation = (apply: Activation["apply"]) =>
  failures((test) => testActivation(() => ({ kind: "acme/odd", apply }), { test }));
const ofPlugin = (plugin: Plugin, kinds = {}) => failures((test) => testPlugin(plugin, { test, kinds }));

const swish: Activation = { kind: "acme/swish", apply: (x) => x.mul(x.sigmoid()) };
const good: Plugin = { name: "acme", activations: { "acme/swish": () => swish } };

describe("the kit finds", () => {
  it("nothing in a plugin without a fault", async () => {
    expect(await ofPlugin(good)).toEqual([]);
  });

  it("1. a kind under another name than its own", async () => {
    expect(await ofPlugin({ name: "acme", activations: { "acme/swhis": () => swish } })).toEqual([
      'acme/swhis: made: The activation "acme/swhis" of the plugin "acme" should be of that kind, got "acme/swish". Use one name in both places.',
    ]);
  });

  it("2. options that do not come back from a file", async () => {
    const slope = (start = 1): Activation => ({ kind: "acme/slope", config: { start }, apply: (x) => x.mul(start) });
    const acme: Plugin = {
      name: "acme",
      activations: {
        "acme/slope": (config, revival) => slope(readConfig("acme/slope", config, revival).number("slope")),
      },
    };
    const found = await failures((test) => testActivation(() => slope(3), { test, plugin: acme }));
    expect(found[0]).toContain(
      'acme/slope: config round trip: written to a file and read again, {"kind":"acme/slope","config":{"start":3}} became {"kind":"acme/slope","config":{"start":1}}.',
    );
  });

  it("3. hidden state", async () => {
    let calls = 0;
    const found = await ofActivation((x) => x.mul(++calls));
    expect(found.find((text) => text.startsWith("acme/odd: purity"))).toContain(
      "applied twice, it builds two different graphs: operation ",
    );
  });

  it("4. randomness without a seed", async () => {
    const noisy: Activation["apply"] = (x, scope) => (scope.training ? x.add(Math.random()) : x);
    const found = await ofActivation(noisy);
    expect(found.find((text) => text.startsWith("acme/odd: seeded randomness"))).toContain(
      "with the same key it gave two different results while training. Draw from scope.key only.",
    );
  });

  it("5. an activation through which nothing can be learnt", async () => {
    const found = await ofActivation((x) => x.mul(4).floor().div(4));
    expect(found[0]).toContain(
      'acme/odd: gradient: the gradient of "input 0" is 0 everywhere, although the result depends on it, so it cannot be learnt. Look for floor',
    );
  });

  it("6. a shape that depends on the batch", async () => {
    const found = await failures((test) =>
      testLayer(() => ({ kind: "acme/flat", apply: ([x]) => x.reshape([1, -1]) }), { test }),
    );
    expect(found[0]).toContain("acme/flat: shapes: ");
    expect(found[0]).toContain("rows");
  });

  it("7. NaN at 0", async () => {
    const found = await ofActivation((x) => x.mul(x).div(x));
    expect(found[0]).toContain(
      "acme/odd: range: where the input is 0 everywhere, a result is NaN. Bound what goes into log, sqrt, pow and division.",
    );
  });

  it("8. an input that is changed in place", async () => {
    const writing: Layer = {
      kind: "acme/writing",
      apply: ([x]) => {
        (x.shape as number[]).push(1);
        return x.add(1);
      },
    };
    const found = await failures((test) => testLayer(() => writing, { test }));
    expect(found.find((text) => text.startsWith("acme/writing: inputs untouched"))).toContain(
      "it changed the shape of input 0 in place, from [3, 4] to [3, 4, 1]. Copy it before you change it.",
    );
  });

  it("9. a kind that is there already", async () => {
    const found = await ofPlugin({ name: "acme", activations: { relu: () => ({ ...swish, kind: "relu" }) } });
    expect(found.find((text) => text.startsWith("acme: registry"))).toContain(
      'the activation "relu" is defined by "neurite" and by "acme". Leave one of the two plugins out.',
    );
  });

  it("10. something that happens on import", async () => {
    const code = 'export const plugin = { name: "acme" };\nglobalThis.kinds = [plugin];\n';
    const entry = path.join(folder, "acme.js");
    writeFileSync(entry, code);
    const found = await failures((test) => testPlugin(good, { test, bundle: { build, entry } }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /^acme: side effects: importing .*acme\.js leaves code that a bundler cannot leave out, since it may do something: /,
    );
    expect(found[0]).toContain("globalThis.kinds = [plugin];");
  });
});

describe("the check of side effects", () => {
  it("looks through the files of the package, believes no promise of its package.json, and leaves other packages alone", async () => {
    const files = {
      "package.json": '{ "name": "neurite-plugin-acme", "version": "1.0.0", "sideEffects": false }',
      "index.ts": `import { name, version } from "./package.json";
        import { numberOption } from "@neurite/plugin";
        import { table } from "./table";
        export const plugin = { name: "acme", package: { name, version }, activations: { "acme/a": () => numberOption("", "", table.size) } };`,
      "table.ts": "export const table: Map<string, number> = new Map(); table.set('a', 1);",
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const entry = new URL(`file://${folder}/index.ts`);
    const found = await failures((test) => testPlugin(good, { test, bundle: { build, entry } }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /importing \S*table\.ts leaves code that a bundler cannot leave out, .*: var table = .*table\.set\("a", 1\);/,
    );
    writeFileSync(path.join(folder, "table.ts"), "export const table: Map<string, number> = new Map();");
    expect(await failures((test) => testPlugin(good, { test, bundle: { build, entry } }))).toEqual([]);
  });
});
