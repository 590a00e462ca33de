// Where the repository stands, for the tests that look at its files.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const SKIPPED = new Set(["node_modules", "dist", ".turbo", ".git"]);

/** All files below a folder (as paths from the root, with forward slashes) whose name ends as told. */
export function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = folder === "." ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(name, ending);
      return name.endsWith(ending) ? [name] : [];
    });
}

/** The folders of all packages and apps, as paths from the root. */
export function members(): string[] {
  return ["packages", "apps"].flatMap((group) =>
    readdirSync(path.join(root, group))
      .map((name) => `${group}/${name}`)
      .filter((folder) => existsSync(path.join(root, folder, "package.json")))
      .sort(),
  );
}

/** The plugins of third parties that stand under examples, no members of the workspace: package name and folder, as a path from the root. */
export function examplePlugins(): ReadonlyMap<string, string> {
  const folders = readdirSync(path.join(root, "examples/plugins"))
    .sort()
    .map((name) => `examples/plugins/${name}`);
  return new Map(
    folders.map((folder) => [JSON.parse(readFileSync(path.join(root, folder, "package.json"), "utf8")).name, folder]),
  );
}
