import { expect, it } from "vitest";
import { articleInputs, articleWeights, followed, passOf, withWeight } from "./article-network";

// the article's figures, again from apps/demo/listings/4.py
it("computes what the article computes", () => {
  const { sums, bent, products, output } = passOf(followed(articleWeights, articleInputs));
  expect(sums).toEqual([5, 1]);
  expect(bent[0]).toBeCloseTo(0.9999092043, 10);
  expect(bent[1]).toBeCloseTo(0.761594156, 9);
  expect(products[0]).toBeCloseTo(1.9998184085, 10);
  expect(output).toBeCloseTo(1.2382242526, 10);
});

it("answers 2.7614 for the inputs 3 and 2", () => {
  const { sums, output } = passOf(followed(articleWeights, [3, 2]));
  expect(sums).toEqual([5, -1]);
  expect(output).toBeCloseTo(2.7614, 4);
});

it.each([
  ["output", 0, 0.7617],
  ["output", 1, -2.6258],
] as const)("comes to 0 with weight %s %i at %f", (node, from, value) => {
  const weights = withWeight(articleWeights, node, from, value);
  expect(Math.abs(passOf(followed(weights, articleInputs)).output)).toBeLessThan(0.001);
});
