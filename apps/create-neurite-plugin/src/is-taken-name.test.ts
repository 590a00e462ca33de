import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isTakenName } from "./is-taken-name";

/** The names that a text of TypeScript imports, declares by `const`, or takes as parameters in parentheses. */
function declaredNames(text: string): string[] {
  const lists = [...text.matchAll(/\bimport ([^"]*) from|\bconst ([^=]*) =|\(((?:\w+, )*\w+)\) =>/g)];
  return lists.flatMap(([, ...found]) => found.join(" ").match(/(?<!\w)[a-z]\w*/g) ?? []);
}

describe("isTakenName", () => {
  it("knows every name that the templates declare beside the kind", () => {
    const templates = new URL("../templates/", import.meta.url);
    const files = readdirSync(templates, { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.(ts|md)$/.test(file),
    );
    const names = files.flatMap((file) => declaredNames(readFileSync(new URL(file, templates), "utf8")));
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

  it("knows reserved words, and leaves others free", () => {
    expect(["class", "await", "undefined", "yield"].filter((name) => !isTakenName(name))).toEqual([]);
    expect(["swish", "mySwish", "constructor"].filter(isTakenName)).toEqual([]);
  });
});
