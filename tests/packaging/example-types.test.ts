// Examples are run by the ordinary tests; here they are also held against the types, as a reader's editor would.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { title } from "../examples/bundle-examples";
import { collectExamples } from "../examples/collect-examples";
import { examplePlugins, root } from "../house/root";

const cache = path.join(root, "node_modules/.cache/neurite");
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(path.join(cache, "example-types-"));

afterAll(() => rmSync(folder, { recursive: true }));

describe("the examples of pages and doc comments", () => {
  it("have no type errors", { timeout: 120_000 }, () => {
    const examples = collectExamples().filter((example) => !example.skipped);
    const files = examples.map((example) => `${title(example).replaceAll(/[/:]/g, "__")}.ts`);
    examples.forEach((example, index) => {
      writeFileSync(path.join(folder, files[index] ?? ""), example.code);
    });
    // What most projects of readers have: strict, without the stricter friends of this repository.
    const relaxed = { noUncheckedIndexedAccess: false, exactOptionalPropertyTypes: false };
    const unused = { noUnusedLocals: false, noUnusedParameters: false };
    const paths = Object.fromEntries(
      [...examplePlugins()].map(([name, plugin]) => [name, [path.join(root, plugin, "src/index.ts")]]),
    );
    const compilerOptions = { ...relaxed, ...unused, moduleDetection: "force", paths };
    const config = { extends: path.join(root, "tsconfig.base.json"), compilerOptions, files };
    writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = path.join(root, "node_modules/typescript/bin/tsc");
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { cwd: folder, encoding: "utf8" });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });
});
