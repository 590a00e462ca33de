import { expect, it } from "vitest";
import { articleWeights, followed, passOf, withWeight } from "./article-network";
import { judgePrediction } from "./judge-prediction";
import { judgeZero } from "./judge-zero";
import { readNumber } from "./read-number";

it.each([
  ["−1", -1],
  ["- 1", Number.NaN],
  [" 2,7614 ", 2.7614],
  ["+.5", 0.5],
  ["", Number.NaN],
  ["two", Number.NaN],
  ["0x10", Number.NaN],
  ["1e3", 1000],
])("reads “%s” as %f", (text, value) => {
  expect(readNumber(text)).toBe(value);
});

it.each(["2.7614", "2.76", "2,761", "2.7660"])("takes %s for the output, within 0.005", (output) => {
  expect(judgePrediction({ sum: "-1", output })).toMatchObject({ solved: true });
});

it.each([
  ["1", "2.7614", "minus"],
  ["5", "2.7614", "node_0"],
  ["-0.7616", "2.7614", "already bent"],
  ["7", "2.7614", "3 × (−1) + 2 × 1"],
  ["-1", "11", "forgot tanh"],
  ["-1", "9", "forgot tanh"],
  ["-1", "1.2382", "lost the sign. Its output is −0.7616 now"],
  ["-1", "0.2383", "weights of the output"],
  ["-1", "4", "0.9999"],
  ["-1", "", "Type both numbers"],
])("answers sum %s and output %s by name", (sum, output, named) => {
  const { solved, say } = judgePrediction({ sum, output });
  expect(solved).toBe(false);
  expect(say).toContain(named);
});

const judged = (weights: typeof articleWeights, inputs: readonly [number, number] = [2, 3]) =>
  judgeZero(weights, inputs, passOf(followed(weights, inputs)).output);

it.each([
  ["output", 0, 0.76],
  ["output", 1, -2.63],
  ["node_0", 0, -1.3],
] as const)("takes any one weight that brings the output to 0: %s %i at %f", (node, from, value) => {
  expect(judged(withWeight(articleWeights, node, from, value))).toMatchObject({ solved: true });
});

it("names what is not as asked", () => {
  expect(judged(articleWeights).say).toContain("No weight is changed");
  expect(judged(withWeight(articleWeights, "output", 0, 1)).say).toContain("0.238");
  const two = withWeight(withWeight(articleWeights, "output", 0, 0), "output", 1, 0);
  expect(judged(two)).toMatchObject({ solved: false });
  expect(judged(two).say).toContain("from node_0 to output");
  expect(judged(withWeight(articleWeights, "output", 0, 0.76), [3, 2]).say).toContain("3 and 2");
});
