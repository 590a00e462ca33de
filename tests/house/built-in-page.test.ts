import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { builtInPage, sentenceOf } from "../../scripts/built-in-page.mjs";
import { builtInSources } from "../../scripts/built-in-sources.mjs";
import { root } from "./root";

describe("docs/built-ins.md", () => {
  it("is what the registry gives (npm run built-ins writes it)", () => {
    expect(readFileSync(path.join(root, "docs/built-ins.md"), "utf8")).toBe(builtInPage(builtInSources(root)));
  });

  it("takes the first sentence of a doc comment, and misses none", () => {
    const source = "/**\n * A line,\n * straight.\n *\n * Formula: x.\n */\nexport const line = 1;";
    expect(sentenceOf("line", [source])).toBe("A line, straight.");
    expect(() => sentenceOf("curve", [source])).toThrow("curve: one export with a doc comment was expected, got 0.");
  });
});
