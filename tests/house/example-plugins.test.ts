// The plugins under examples are what a third party would write: they have to stand on their own when copied out of the repository.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { importsOf } from "./imports";
import { examplePlugins, filesBelow, root } from "./root";

const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");
const tools: Readonly<Record<string, string>> = JSON.parse(textOf("package.json")).devDependencies;
const contracts = ["@neurite/plugin", "@neurite/tensor"];
const forTests = [...contracts, "esbuild", "neurite", "neurite/testing", "vitest"];

describe.each([...examplePlugins()])("%s", (name, folder) => {
  const manifest = JSON.parse(textOf(`${folder}/package.json`));

  it("has its name, its licence and its readme, and publishes what is built", () => {
    expect(path.posix.basename(folder)).toBe(name);
    expect(manifest).toMatchObject({ license: "MIT", type: "module", sideEffects: false, files: ["dist"] });
    expect(manifest.exports["."]).toEqual({ types: "./dist/index.d.ts", default: "./dist/index.js" });
    for (const file of ["LICENSE", "README.md"]) expect(existsSync(path.join(root, folder, file))).toBe(true);
  });

  it("brings no copy of neurite along, and is built and tested with the tools of this repository", () => {
    expect(manifest.dependencies).toBeUndefined();
    expect(Object.keys(manifest.peerDependencies)).toEqual(contracts);
    const { neurite: _, ...others } = manifest.devDependencies;
    for (const contract of contracts) expect(others[contract]).toBe(manifest.peerDependencies[contract]);
    const used = Object.entries(others).filter(([tool]) => !contracts.includes(tool));
    expect(used.map(([tool, version]) => [tool, version])).toEqual(used.map(([tool]) => [tool, tools[tool]]));
  });

  it("leans on nothing outside of its folder", () => {
    const { extends: above } = JSON.parse(textOf(`${folder}/tsconfig.json`));
    expect(above).toBeUndefined();
    const sources = filesBelow(`${folder}/src`, ".ts");
    expect(sources.length).toBeGreaterThan(3);
    const strays = sources.flatMap((file) => {
      const allowed = file.endsWith(".test.ts") ? forTests : contracts;
      return importsOf(textOf(file)).filter((specifier) =>
        specifier.startsWith(".")
          ? !path.posix.join(path.posix.dirname(file), specifier).startsWith(`${folder}/`)
          : !allowed.includes(specifier),
      );
    });
    expect(strays).toEqual([]);
  });

  it("exports its plugin under the name that commands look for", () => {
    expect(textOf(`${folder}/src/index.ts`)).toContain('export { plugin } from "./plugin";');
  });
});
