import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./root";

const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");
const page = textOf("docs/formulas.md");
const grammarIn = (text: string) => /```ebnf\n([^`]*)```/.exec(text)?.[1];

describe("docs/formulas.md", () => {
  it("has the grammar that stands at the parser", () => {
    const comment = textOf("packages/activations/src/formula/parse-formula.ts").replaceAll("\n * ", "\n");
    expect(grammarIn(page)).toContain("formula     = { declaration } , expression ;");
    expect(grammarIn(page)).toBe(grammarIn(comment));
  });

  it("lists every function with its arguments", () => {
    const table = textOf("packages/activations/src/formula/functions.ts");
    const functions = [...table.matchAll(/^ {2}(\w+): \{ operands: \[([^\]]*)\]/gm)].map(
      ([, name, operands = ""]) => `${name}(${operands.replaceAll('"', "")})`,
    );
    expect(functions).toContain("clip(a, low, high)");
    expect(functions.filter((call) => !page.includes(`\`${call}\``))).toEqual([]);
  });
});
