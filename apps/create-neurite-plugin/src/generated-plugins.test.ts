// What the command makes, for each kind: its own tests run here, its page is run and announces what it prints, all of it is type-checked.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { format } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { categories, categoryNames } from "./category";
import { testFolder } from "./test-folder";

const modules = fileURLToPath(new URL("../../../node_modules/", import.meta.url));
// from here the packages of neurite are found as sources, and nothing is seen by git
const cache = join(modules, ".cache/neurite");
mkdirSync(cache, { recursive: true });
const folder = testFolder(cache);

/** The one block of TypeScript of a page, with the package's name as the path to its source. */
function exampleOf(page: string, name: string): string {
  const [, code = ""] = /```ts\n(.*?)```/s.exec(page) ?? [];
  return code.replace(`"${name}"`, '"./index"');
}

/** What an import of a module prints. */
async function printedBy(file: string): Promise<string[]> {
  const log = vi.spyOn(console, "log").mockReturnValue();
  try {
    await import(/* @vite-ignore */ pathToFileURL(file).href);
    return log.mock.calls.map((values) => format(...values));
  } finally {
    log.mockRestore();
  }
}

for (const category of categoryNames) {
  const name = `neurite-plugin-my-${category}`;
  const source = join(folder.path, name, "src");
  const { code } = await folder.create([`@acme/my-${category}`, "--kind", category]);
  const example = exampleOf(folder.read(`${name}/README.md`), `@acme/${name}`);
  writeFileSync(join(source, "readme.ts"), example);

  describe(`a new ${category}`, async () => {
    for (const test of [`my-${category}.test.ts`, "index.test.ts"]) {
      await import(/* @vite-ignore */ pathToFileURL(join(source, test)).href);
    }

    it("is a plugin of one kind, which names its package", async () => {
      const { plugin } = await import(/* @vite-ignore */ pathToFileURL(join(source, "index.ts")).href);
      expect(code).toBe(0);
      expect(plugin).toEqual({
        name: "acme",
        package: { name: `@acme/${name}`, version: "0.0.0" },
        [categories[category].shelf]: {
          [`acme/my${category.charAt(0).toUpperCase()}${category.slice(1)}`]: expect.any(Function),
        },
      });
    });

    it("has a page whose example prints what it says", async () => {
      const announced = [...example.matchAll(/\/\/ → (.*)/g)].map(([, line]) => line);
      expect(announced).toHaveLength(1);
      expect(await printedBy(join(source, "readme.ts"))).toEqual(announced);
    });
  });
}

it("the new plugins have no type errors under their own settings", () => {
  // the packages of neurite are sources here, which want more than a plugin does
  const compilerOptions = {
    customConditions: ["@neurite/source"],
    types: ["node"],
    lib: ["ES2023", "DOM", "DOM.Iterable"],
  };
  const config = {
    extends: `./neurite-plugin-my-${categoryNames[0]}/tsconfig.json`,
    compilerOptions,
    include: ["*/src"],
  };
  writeFileSync(join(folder.path, "tsconfig.json"), JSON.stringify(config));
  const { stdout, status } = spawnSync(process.execPath, [join(modules, "typescript/bin/tsc"), "-p", folder.path], {
    encoding: "utf8",
  });
  expect([stdout, status]).toEqual(["", 0]);
});
