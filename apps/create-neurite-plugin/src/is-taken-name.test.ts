import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isTakenName } from "./is-taken-name";

/** The names that a text of TypeScript imports, declares by `const`, or takes as parameters in parentheses. */
function declaredNames(text: string): string[] {
  const lists = [...text.matchAll(/\bimport ([^"]*) from|\bconst ([^=]*) =|\(((?:\w+, )*\w+)\) =>/g)];
  return lists.flatMap(([, ...found]) => found.join(" ").match(/(?<!\w)[a-z]\w*/g) ?? []);
}

/** The words that the examples of a page use, but for texts, names of fields and what stands after a point. */
function usedNames(page: string): string[] {
  const examples = [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, code = ""]) => code);
  const bare = examples.join("\n").replaceAll(/\/\/.*|"[^"]*"/g, "");
  return bare.match(/(?<![\w.])[a-z]\w*(?!\w*:)/g) ?? [];
}

const templates = new URL("../templates/", import.meta.url);
const textsOf = (ending: RegExp) =>
  readdirSync(templates, { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file))
    .map((file) => readFileSync(new URL(file, templates), "utf8"));

describe("isTakenName", () => {
  it("knows every name that the templates declare beside the kind", () => {
    const names = textsOf(/\.(ts|md)$/).flatMap(declaredNames);
    expect(names).toEqual(expect.arrayContaining(["plugin", "revival", "testPlugin", "miss", "registry"]));
    // these stand nowhere where the kind's own name is meant
    const harmless = new Set([
      "type",
      "x",
      "i",
      "_",
      "y",
      "key",
      "number",
      "shape",
      "scope",
      "axis",
      "loss",
      "defineConfig",
    ]);
    expect([...new Set(names)].filter((name) => !isTakenName(name) && !harmless.has(name)).sort()).toEqual([]);
  });

  it("knows every word that the examples of a new plugin's page use", () => {
    const names = textsOf(/\.md$/).flatMap(usedNames);
    expect(names).toEqual(expect.arrayContaining(["console", "fit", "data", "await"]));
    // words of TypeScript that a function may have for its name
    const harmless = new Set(["from", "of", "type", "as"]);
    expect([...new Set(names)].filter((name) => !isTakenName(name) && !harmless.has(name)).sort()).toEqual([]);
  });

  it("knows reserved words, and leaves others free", () => {
    expect(["class", "await", "undefined", "yield"].filter((name) => !isTakenName(name))).toEqual([]);
    expect(["swish", "mySwish", "constructor"].filter(isTakenName)).toEqual([]);
  });
});
