import { expect, it } from "vitest";
import { articleInputs, articleWeights } from "./article-network";
import { readState, writeState } from "./pass-link";

const article = { weights: articleWeights, inputs: articleInputs, slopes: false };

it("reads what it wrote", () => {
  const state = {
    weights: { node_0: [1, 0.5], node_1: [-1, 2], output: [0.76, -1] },
    inputs: [3, -2],
    slopes: true,
  } as const;
  expect(readState(writeState(new URLSearchParams("embed="), state))).toEqual(state);
  expect(readState(writeState(new URLSearchParams("slopes=1"), article))).toEqual(article);
});

it.each(["w=1,2,3", "w=1,1,1,1,1,9", "w=a,1,1,1,1,1", "x=2", "x=7,0", "slopes=__proto__"])(
  "begins with the article for %s",
  (text) => {
    expect(readState(new URLSearchParams(text))).toEqual(article);
  },
);
