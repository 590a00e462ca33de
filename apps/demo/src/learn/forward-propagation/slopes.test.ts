import { expect, it } from "vitest";
import { derived, given } from "../../numbers/derivation";
import { articleInputs, articleWeights, followed, nodes, passOf } from "./article-network";
import { type OpenPass, openSlope, slopesOf } from "./slopes";

const slopes = slopesOf(articleWeights, articleInputs);

it("opens into factors whose product is what the library's gradient says", () => {
  const pass = passOf(followed(articleWeights, articleInputs));
  const numbers = (name: string, values: readonly number[]) =>
    values.map((value, i) => given(`${name} ${i}`, value, "here"));
  const open: OpenPass = {
    inputs: numbers("input", articleInputs),
    bent: numbers("output of node", pass.bent),
    outputWeights: numbers("weight", articleWeights.output),
    output: derived("output", pass.output, () => []),
  };
  for (const node of nodes) {
    slopes[node].forEach((slope, from) => {
      const factors = openSlope(node, from, slope, open).how().line;
      const product = factors.reduce<number>((all, part) => (typeof part === "string" ? all : all * part.value), 2);
      expect(product).toBeCloseTo(slope, 12);
    });
  }
});
