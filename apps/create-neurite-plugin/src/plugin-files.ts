import { readFileSync } from "node:fs";
import { type Category, categories } from "./category";
import { manifest } from "./manifest";
import type { PluginNames } from "./plugin-names";

/** Whose plugin it is, and since when. */
export interface Ownership {
  readonly author: string | undefined;
  readonly year: number;
}

/** The folder of the templates, beside `src` and beside `dist`. */
const templates = new URL("../templates/", import.meta.url);

/** The templates of every plugin; npm leaves a file named `.gitignore` out of a package. */
const shared = {
  ".changeset/config.json": "changeset-config.json",
  ".changeset/first-version.md": "first-version.md",
  ".gitignore": "gitignore",
  LICENSE: "LICENSE",
  "README.md": "README.md",
  "src/index.test.ts": "conformance.ts",
  "src/index.ts": "index.ts",
  "tsconfig.json": "tsconfig.json",
  "tsup.config.ts": "tsup.config.ts",
};

/** All files of a new plugin: paths below its folder, with forward slashes, and their texts. */
export function pluginFiles(
  category: Category,
  names: PluginNames,
  { author, year }: Ownership,
): ReadonlyMap<string, string> {
  const { shelf, option } = categories[category];
  const words = new Map<string, string>([
    ...Object.entries(names),
    ...Object.entries({ category, shelf, option }),
    ["author", author ?? `the authors of ${names.package}`],
    ["year", String(year)],
  ]);
  const filled = (folder: string, name: string) =>
    fill(readFileSync(new URL(`${folder}/${name}`, templates), "utf8"), words);
  words.set("about", filled(category, "about.md").trim());
  return new Map([
    ["package.json", manifest(category, names, author)],
    [`src/${names.file}.ts`, filled(category, "kind.ts")],
    [`src/${names.file}.test.ts`, filled(category, "test.ts")],
    ...Object.entries(shared).map(([path, name]) => [path, filled("shared", name)] as const),
  ]);
}

/** Puts words in the place of `__word__`. */
function fill(template: string, words: ReadonlyMap<string, string>): string {
  return template.replaceAll(/__([a-z]+)__/g, (placeholder, word: string) => words.get(word) ?? placeholder);
}
