// Which package may import which: arrows.json is the rule, CONTRIBUTING.md shows it, package.json and the sources keep it.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import arrowData from "./arrows.json" with { type: "json" };
import { importsOf } from "./imports";
import { filesBelow, members, root } from "./root";
import testArrowData from "./test-arrows.json" with { type: "json" };

const arrows: Readonly<Record<string, readonly string[]>> = arrowData;
const testArrows: Readonly<Record<string, readonly string[]>> = testArrowData;

/** Libraries that an app may use. */
const appLibraries = new Set([
  "@clack/prompts",
  "@observablehq/plot",
  "cli-progress",
  "commander",
  "d3-contour",
  "d3-scale",
  "import-meta-resolve",
  "linkedom",
  "picocolors",
  "svelte",
  "valibot",
  "validate-npm-package-name",
]);
/** Packages have none, so that `neurite` is neurite alone; `csv` is no part of it, and splitting text well is what csv-parse is for. */
const packageLibraries: Readonly<Record<string, readonly string[]>> = { csv: ["csv-parse"] };
const librariesOf = (folder: string): ReadonlySet<string> =>
  folder.startsWith("apps/") ? appLibraries : new Set(packageLibraries[shortName(folder)]);
/** What tests may use besides the packages. */
const testTools = new Set(["vitest", "fast-check"]);

/** Those that carry no scope, since a user types their names. */
const bareNames = new Set(["create-neurite-plugin", "neurite"]);
const fullName = (short: string) => (bareNames.has(short) ? short : `@neurite/${short}`);
const shortName = (folder: string) => path.posix.basename(folder);
/** `@neurite/plugin/testing` → `@neurite/plugin`; `csv-parse/sync` → `csv-parse`. */
const packageOf = (specifier: string) => specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
const allowed = (folder: string) => (arrows[shortName(folder)] ?? []).map(fullName);
/** Tests, and what stands beside them for their use alone: `test-folder.ts`. */
const isTest = (file: string) => /\.test\.ts$|\/test-[^/]*\.ts$/.test(file);

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const manifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(root, folder, "package.json"), "utf8"));

/** The sentences about imports of one file that the rule does not allow. */
function strayImports(folder: string, file: string): string[] {
  const own = new Set([fullName(shortName(folder)), ...allowed(folder)]);
  const libraries = new Set(librariesOf(folder));
  if (isTest(file)) {
    for (const short of testArrows[shortName(folder)] ?? []) own.add(fullName(short));
    for (const tool of testTools) libraries.add(tool);
  }
  return importsOf(readFileSync(path.join(root, file), "utf8")).flatMap((specifier) => {
    if (specifier.startsWith("node:")) return [];
    if (specifier.startsWith(".")) {
      const target = path.posix.join(path.posix.dirname(file), specifier);
      return target.startsWith(`${folder}/`) ? [] : [`${file} leaves its package by "${specifier}"`];
    }
    const name = packageOf(specifier);
    if (own.has(name) || libraries.has(name)) return [];
    return [`${file} imports "${specifier}"`];
  });
}

describe("the arrows between packages", () => {
  it("are told for every package and app, and for nothing else", () => {
    expect(Object.keys(arrows).sort()).toEqual(members().map(shortName).sort());
  });

  it("contain no cycle", () => {
    const done = new Set<string>();
    let left = Object.keys(arrows);
    for (let round = left.length; round > 0; round--) {
      for (const name of left) if (arrows[name]?.every((other) => done.has(other))) done.add(name);
      left = left.filter((name) => !done.has(name));
    }
    expect(left).toEqual([]);
  });

  it("are the ones that CONTRIBUTING.md shows", () => {
    const page = readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8");
    const section = page.split("| package | may import |")[1]?.split("\n\n")[0] ?? "";
    const rows = section.split("\n").filter((line) => line.startsWith("|") && !line.startsWith("|---"));
    const shown = rows.map((line) => {
      const [name = "", others = ""] = line
        .split("|")
        .slice(1, 3)
        .map((cell) => cell.trim().replaceAll("`", ""));
      return [name, others === "nothing" ? [] : others.split(", ")] as const;
    });
    expect(Object.fromEntries(shown)).toEqual(arrows);
  });

  for (const folder of members()) {
    it(`hold in ${folder}/package.json`, () => {
      const {
        name,
        dependencies = {},
        devDependencies = {},
        peerDependencies,
        optionalDependencies,
      } = manifest(folder);
      const ours = (list: Readonly<Record<string, string>>) =>
        Object.keys(list).filter((key) => bareNames.has(key) || key.startsWith("@neurite/"));
      const libraries = Object.keys(dependencies).filter((key) => !ours(dependencies).includes(key));
      expect(name).toBe(fullName(shortName(folder)));
      expect(ours(dependencies).filter((key) => !allowed(folder).includes(key))).toEqual([]);
      expect(libraries.filter((library) => !librariesOf(folder).has(library))).toEqual([]);
      const forTests = (testArrows[shortName(folder)] ?? []).map(fullName);
      expect(ours(devDependencies).filter((key) => !forTests.includes(key))).toEqual([]);
      expect({ ...peerDependencies, ...optionalDependencies }).toEqual({});
    });

    it(`hold in the imports of ${folder}`, () => {
      const files = filesBelow(`${folder}/src`, ".ts");
      expect(files.length).toBeGreaterThan(0);
      expect(files.flatMap((file) => strayImports(folder, file))).toEqual([]);
    });
  }
});

describe("importsOf", () => {
  it("sees every way to name a module", () => {
    const text = `import a from "a"; import type { B } from "b"; import "c"; export * from "d"; export type { E } from "e";
      type F = import("f").F; const g = await import("g"); const h = require("h"); import { type I } from "i";
      // import "no"
      const text = 'import "no"';`;
    expect(importsOf(text)).toEqual(["a", "b", "c", "d", "e", "f", "g", "h", "i"]);
  });
});
