import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { activationDocs, commentOf } from "../../scripts/activation-page.mjs";
import { drawingOf, thinned, ticksOf } from "../../scripts/curve-drawing.mjs";
import { root } from "./root";

describe("docs/activations.md", () => {
  const docs = activationDocs((file) => readFileSync(path.join(root, "packages/activations/src", file), "utf8"));

  it("is what the activations give, with a drawing of each (npm run activations writes them)", () => {
    for (const [file, text] of docs) {
      expect(readFileSync(path.join(root, "docs", file), "utf8"), file).toBe(text);
    }
    const drawings = [...docs.keys()].filter((file) => file.endsWith(".svg")).map((file) => path.basename(file));
    expect(readdirSync(path.join(root, "docs/activations")).sort()).toEqual(drawings.sort());
  });

  it("takes text, formula and source from a doc comment", () => {
    const source = `/** Another. */\nconst a = 1;\n\n/**\n * A line.\n *\n * Formula: \`f(x) =\n * x\`. Shapes: any.\n * Source: nobody, "It" (1900).\n *\n * @example\n */\nexport const line = 1;`;
    expect(commentOf("line", source)).toEqual({
      about: "A line.",
      formula: "Formula: `f(x) = x`. Shapes: any.",
      source: 'nobody, "It" (1900).',
    });
    expect(() => commentOf("line", "/**\n * A line.\n */\nexport const line = 1;")).toThrow('"Formula: …"');
  });
});

describe("a drawing of curves", () => {
  it("has marks at round numbers", () => {
    expect(ticksOf(-5, 5)).toEqual([-4, -2, 0, 2, 4]);
    expect(ticksOf(-0.3, 1.1)).toEqual([0, 0.5, 1]);
  });

  it("keeps the ends of straight lines only", () => {
    expect(thinned([0, 1, 2, 3, 4].map((x) => [x, x < 2 ? 0 : 5 * (x - 2)] as const))).toEqual([
      [0, 0],
      [2, 0],
      [4, 10],
    ]);
  });

  it("breaks a curve where it jumps", () => {
    const x = [0, 1, 2, 3];
    const text = drawingOf({ title: "step", x, curves: [{ name: "f", values: [0, 0, 1, 1] }], low: 0, high: 1 });
    expect(text.match(/<path class="first" d="M[^"M]*M[^"M]*"/g)).toHaveLength(1);
  });
});
