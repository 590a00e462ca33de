// What a user's own project gets from the published packages.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build as esbuild } from "esbuild";
import { build as vite } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../house/root";
import { attempt, projectWith, removeFolders, runIn, type } from "./user-folder";

const XOR = "0 1 1 0\n";
const page = readFileSync(path.join(root, "tests/size/train-page.ts"), "utf8");
let folder = "";

beforeAll(() => {
  folder = projectWith("@neurite/activations", "@neurite/layers", "@neurite/network");
});
afterAll(removeFolders);

describe("a project with network, layers and activations only", () => {
  it("trains in plain Node", () => {
    expect(runIn(folder, "train.mjs", page)).toBe(XOR);
  });

  it("loads them with require(), in Node 20.19 and later", () => {
    const code = page
      .replace(/^import (\{.*?\}) from (".*?");$/gm, "const $1 = require($2);")
      .replace(/^const corners/m, "(async () => {\nconst corners");
    expect(runIn(folder, "train.cjs", `${code}})();`)).toBe(XOR);
  });

  it("runs from a bundle by esbuild", async () => {
    cpSync(path.join(root, "tests/size/train-page.ts"), path.join(folder, "page.ts"));
    const outfile = path.join(folder, "esbuild.mjs");
    const options = { bundle: true, minify: true, format: "esm", platform: "browser", logLevel: "silent" } as const;
    await esbuild({ ...options, absWorkingDir: folder, entryPoints: ["page.ts"], outfile });
    expect(type(folder, process.execPath, outfile)).toBe(XOR);
  });

  it("runs from a bundle by Vite", async () => {
    cpSync(path.join(root, "tests/size/train-page.ts"), path.join(folder, "page.ts"));
    const output = { entryFileNames: "vite.mjs" };
    const build = {
      target: "es2022",
      modulePreload: false,
      rollupOptions: { input: path.join(folder, "page.ts"), output },
    };
    await vite({ root: folder, configFile: false, logLevel: "silent", build });
    expect(type(folder, process.execPath, "dist/vite.mjs")).toBe(XOR);
  });

  it("is type-checked against the published declarations by a strict project of Node's own module resolution", () => {
    writeFileSync(path.join(folder, "page.ts"), page);
    const flags = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom"];
    const tsc = path.join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = attempt(folder, process.execPath, tsc, ...flags, "page.ts");
    expect(stdout).toBe("");
  });
});

describe("a bundle that uses only relu", () => {
  it("holds no other activation", async () => {
    const printKinds = `import { activationsPlugin } from "@neurite/activations";
      for (const kind of Object.keys(activationsPlugin.activations)) console.log(kind);`;
    const kinds = runIn(folder, "kinds.mjs", printKinds).trim().split("\n");
    expect(kinds).toEqual(expect.arrayContaining(["relu", "leakyRelu", "gelu", "tanh", "softmax", "formula"]));

    writeFileSync(path.join(folder, "relu.js"), 'import { relu } from "@neurite/activations"; console.log(relu.kind);');
    const { outputFiles } = await esbuild({
      absWorkingDir: folder,
      entryPoints: ["relu.js"],
      bundle: true,
      format: "esm",
      write: false,
      logLevel: "silent",
    });
    const text = outputFiles[0]?.text ?? "";
    expect(kinds.filter((kind) => new RegExp(`["'\`]${kind}["'\`]`).test(text))).toEqual(["relu"]);
  });
});
