import { expect, it } from "vitest";
import recorded from "../../../figures.json";
import { articleInputs, articleWeights, followed, passOf, withWeight } from "./article-network";

const { article: figures } = recorded;

it("tells sums, what they are bent to, products and output apart", () => {
  const { sums, bent, products, output } = passOf(followed(articleWeights, articleInputs));
  expect(sums).toEqual([5, 1]);
  expect(products).toEqual([2 * bent[0], -bent[1]]);
  expect(output).toBe(products[0] + products[1]);
});

it.each([
  ["output", 0, figures["output 0: weight 0 of the output"].is],
  ["output", 1, figures["output 0: weight 1 of the output"].is],
] as const)("comes to 0 with weight %s %i at %f", (node, from, value) => {
  const weights = withWeight(articleWeights, node, from, value);
  expect(Math.abs(passOf(followed(weights, articleInputs)).output)).toBeLessThan(1e-8);
});
