import { join } from "node:path";
import { NeuriteError } from "neurite";
import { beforeAll, describe, expect, it } from "vitest";
import { fakeIo } from "../fake-io";
import { type TestFolder, testFolder } from "../test-folder";
import { importPlugin } from "./import-plugin";

/** The code of a plugin with one activation, called as told. */
const code = (name: string, before = "export const plugin =") =>
  `${before} { name: "${name}", activations: { "${name}/x": () => ({ kind: "${name}/x", apply: (x) => x }) } };`;
const manifest = (name: string, more: object) => JSON.stringify({ name, version: "1.0.0", ...more });

let folder: TestFolder;
beforeAll(async () => {
  folder = await testFolder({
    "named.mjs": code("named"),
    "default.mjs": code("default", "export default"),
    "both.mjs": `${code("both")} export default 3;`,
    "below/here.txt": "",
    "node_modules/only-default/package.json": manifest("only-default", {
      type: "module",
      exports: { ".": { types: "./index.d.ts", default: "./main.js" }, "./more": "./more.js" },
    }),
    "node_modules/only-default/main.js": code("only-default"),
    "node_modules/only-default/more.js": code("more"),
    "node_modules/@acme/only-import/package.json": manifest("@acme/only-import", { exports: { import: "./main.mjs" } }),
    "node_modules/@acme/only-import/main.mjs": code("only-import"),
    "node_modules/common/package.json": manifest("common", {}),
    "node_modules/common/index.js": code("common", "exports.plugin ="),
    "node_modules/common-default/package.json": manifest("common-default", { main: "./main.cjs" }),
    "node_modules/common-default/main.cjs": code("common-default", "module.exports ="),
    "node_modules/unbuilt/package.json": manifest("unbuilt", { exports: "./dist/index.js" }),
    "nothing.mjs": "export const acme = {}; export const other = 1;",
    "empty.mjs": "",
    "function.mjs": "export const plugin = () => ({});",
    "text.mjs": 'export default "acme";',
    "nameless.mjs": "export const plugin = { activations: {} };",
    "version.mjs": 'export const plugin = { name: "a", package: { name: "a", version: 3 } };',
    "package.mjs": 'export const plugin = { name: "a", package: "a" };',
    "kindless.mjs": 'export const plugin = { name: "vite-plugin", transform() {} };',
    "bare.mjs":
      'export const plugin = { name: "acme", layers: { swish: () => ({ kind: "swish", apply: ([x]) => x }) } };',
    "spaced.mjs": code("a b"),
    "neurite.mjs": code("neurite"),
    "reviver.mjs": 'export const plugin = { name: "odd", activations: { "odd/a": 3 } };',
    "throws.mjs": 'throw new Error("no licence found.\\n  Ask for one.");',
    "throws-text.mjs": 'throw "out of order";',
    "needs.mjs": 'import "a-package-that-is-not-there";',
  });
});

const importFrom = (given: string, cwd = folder.path) => importPlugin(given, fakeIo({ cwd }));

async function refusal(given: string): Promise<string> {
  try {
    await importFrom(given);
  } catch (error) {
    if (error instanceof NeuriteError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "no refusal";
}

describe("importPlugin", () => {
  it.each([
    ["./named.mjs", "named"],
    ["./default.mjs", "default"],
    ["./both.mjs", "both"],
    ["only-default", "only-default"],
    ["only-default/more", "more"],
    ["@acme/only-import", "only-import"],
    ["common", "common"],
    ["common-default", "common-default"],
  ])("takes %s", async (given, name) => {
    expect((await importFrom(given)).name).toBe(name);
  });

  it("looks from the current folder, and for packages in those above", async () => {
    const below = join(folder.path, "below");
    expect((await importFrom("../named.mjs", below)).name).toBe("named");
    expect((await importFrom("only-default", below)).name).toBe("only-default");
    expect((await importFrom(join(folder.path, "named.mjs"), below)).name).toBe("named");
  });

  it.each([
    [
      "./nowhere.mjs",
      "no-such-file: ./nowhere.mjs: expected a readable file, got no file of that name. Check the path.",
    ],
    [
      "./below",
      "no-such-file: --plugin ./below: expected a file, got a folder. Pass the file in it that has the plugin.",
    ],
    [
      "./node_modules/only-default/",
      "no-such-file: --plugin ./node_modules/only-default/: expected a file, got a folder. Its package.json names ./node_modules/only-default/main.js: pass that.",
    ],
    [
      "./node_modules/common-default",
      "no-such-file: --plugin ./node_modules/common-default: expected a file, got a folder. Its package.json names ./node_modules/common-default/main.cjs: pass that.",
    ],
    [
      "./node_modules/unbuilt",
      "no-such-file: --plugin ./node_modules/unbuilt: expected a file, got a folder. Its package.json names ./node_modules/unbuilt/dist/index.js: build it, then pass that.",
    ],
    [
      "dist/index.js",
      "no-such-file: --plugin dist/index.js: expected a readable file, got no file of that name. Check the path or build it, then pass ./dist/index.js.",
    ],
    [
      "below/acme",
      "no-such-file: --plugin below/acme: expected a readable file, got no file of that name. Check the path or build it, then pass ./below/acme.",
    ],
    [
      "below",
      "no-such-file: --plugin below: expected an installed package, got none of that name here or in a folder above. Did you mean the folder ./below?",
    ],
    [
      "neurite-plugin-acme",
      "no-such-file: --plugin neurite-plugin-acme: expected an installed package, got none of that name here or in a folder above. Run npm install neurite-plugin-acme.",
    ],
    [
      "@acme/missing/more",
      "no-such-file: --plugin @acme/missing/more: expected an installed package, got none of that name here or in a folder above. Run npm install @acme/missing.",
    ],
    [
      "named.mjs",
      "no-such-file: --plugin named.mjs: expected an installed package, got none of that name here or in a folder above. Did you mean the file ./named.mjs?",
    ],
    [
      "common@1.0.0",
      'usage: --plugin: expected the path of a file, as in ./acme.mjs, or the name of an installed package without a version, got "common@1.0.0". Take one of these.',
    ],
    [
      "./nothing.mjs",
      'bad-plugin: --plugin ./nothing.mjs: expected an export "plugin" or a default export, got the exports acme, other. Export it as in: export const plugin = { name: "acme", activations: { "acme/swish": … } }.',
    ],
    [
      "./version.mjs",
      'bad-plugin: --plugin ./version.mjs: "package.version" of its export "plugin" should be a text, got 3. Export it as in: export const plugin = { name: "acme", activations: { "acme/swish": … } }.',
    ],
    [
      "./throws.mjs",
      "bad-plugin: --plugin ./throws.mjs: it failed while it was imported: no licence found.\n  Ask for one. Mend it, or install what it needs.",
    ],
    [
      "./throws-text.mjs",
      "bad-plugin: --plugin ./throws-text.mjs: it failed while it was imported: out of order. Mend it, or install what it needs.",
    ],
  ])("refuses %s, saying what to do", async (given, message) => {
    expect(await refusal(given)).toBe(message);
  });

  it.each([
    ["./empty.mjs", "got no export"],
    ["./function.mjs", 'its export "plugin" should be a plugin, got a function'],
    ["./text.mjs", 'its default export should be a plugin, got "acme"'],
    ["./nameless.mjs", 'its export "plugin" should be a plugin, got an object with the field activations'],
    ["./package.mjs", '"package" of its export "plugin" should be an object with name and version, got "a"'],
    ["./kindless.mjs", "a plugin with kinds such as activations, got an object with the fields name, transform"],
    [
      "./bare.mjs",
      'the layer "swish" should carry a prefix, as in "acme/swish": bare words are neurite\'s own, and a model file keeps the expression of prefixed kinds only. Export it as in',
    ],
    ["./spaced.mjs", 'the activation "a b/x" should be a prefix and a name without spaces, as in "acme/swish".'],
    ["./neurite.mjs", 'the name of its export "plugin" should not be "neurite", which is that of the built-in kinds.'],
    ["./reviver.mjs", 'the activation "odd/a" of "odd" should be a function from config to value, got number'],
    ["./needs.mjs", "it failed while it was imported: Cannot find package 'a-package-that-is-not-there'"],
    ["unbuilt", "the package is installed, but has nothing to import there: ENOENT"],
    ["only-default/hidden", "the package is installed, but has nothing to import there: Package subpath './hidden'"],
  ])("refuses %s as bad-plugin", async (given, mention) => {
    const message = await refusal(given);
    expect(message).toMatch(/^bad-plugin: /);
    expect(message).toContain(mention);
  });

  it.each([
    "",
    "data:text/javascript,export default 1",
    "https://evil.example/a.mjs",
    "node:fs",
    "fs",
    "~/a.mjs",
    "a b",
  ])("takes %j neither for a path nor for a package", async (given) => {
    expect(await refusal(given)).toMatch(/^usage: --plugin: expected the path of a file/);
  });
});
