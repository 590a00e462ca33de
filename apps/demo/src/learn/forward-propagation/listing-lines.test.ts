import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { articleInputs, articleWeights, withWeight } from "./article-network";
import { givenLines, type Language, stepLines, withNumbers } from "./listing-lines";

const read = (ending: string) => readFileSync(new URL(`../../../listings/4.${ending}`, import.meta.url), "utf8");
const listings: readonly (readonly [Language, string])[] = [
  ["python", read("py")],
  ["typescript", read("ts")],
];

it.each(listings)("leaves the listing in %s as it is while the numbers are the article's", (language, listing) => {
  expect(withNumbers(listing, language, articleWeights, articleInputs)).toBe(listing);
});

it.each(listings)("puts the reader's numbers into %s", (language, listing) => {
  const changed = withNumbers(listing, language, withWeight(articleWeights, "node_1", 0, 0.5), [3, -2]);
  const [x, , node1] = givenLines(changed, language);
  expect(x).toContain("[3, -2]");
  expect(node1).toContain("[0.5, 1]");
  expect(changed.split("\n").length).toBe(listing.split("\n").length);
});

it("has a line in each language for each of the eight steps", () => {
  expect(stepLines(read("py"), "python")).toEqual([
    "s0 = (x * node_0).sum()",
    "h0 = np.tanh(s0)",
    "s1 = (x * node_1).sum()",
    "h1 = np.tanh(s1)",
    "p0 = h0 * output[0]",
    "p1 = h1 * output[1]",
    "y = p0 + p1",
    'print(f"output {y:.10f}")',
  ]);
  expect(stepLines(read("ts"), "typescript")).toEqual([
    "const s0 = x[0] * node_0[0] + x[1] * node_0[1];",
    "const h0 = Math.tanh(s0);",
    "const s1 = x[0] * node_1[0] + x[1] * node_1[1];",
    "const h1 = Math.tanh(s1);",
    "const p0 = h0 * output[0];",
    "const p1 = h1 * output[1];",
    "const y = p0 + p1;",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of the listing
    "console.log(`output ${y.toFixed(10)}`);",
  ]);
});
