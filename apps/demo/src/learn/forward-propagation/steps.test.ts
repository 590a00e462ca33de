import { expect, it } from "vitest";
import { drawTrace } from "../../network/draw-trace";
import { articleInputs, articleWeights, followed } from "./article-network";
import { afterStep, stepsOf } from "./steps";

const network = drawTrace(followed(articleWeights, articleInputs), {
  nameOf: (layer, node) => (layer === 0 ? `node_${node}` : "output"),
});

it("takes eight steps, each said in a sentence", () => {
  expect(stepsOf(network).map(({ sentence }) => sentence)).toEqual([
    "node_0 adds up 2 × 1 + 3 × 1: 5.",
    "node_0 bends 5 by tanh to 0.99991.",
    "node_1 adds up 2 × −1 + 3 × 1: 1.",
    "node_1 bends 1 by tanh to 0.76159.",
    "node_0 hands on 0.99991, times its weight 2: 1.9998.",
    "node_1 hands on 0.76159, times its weight −1: −0.76159.",
    "The output adds up 1.9998 and −0.76159: 1.2382.",
    "Done: the network answers 1.2382.",
  ]);
});

it("gives a text reading of the formula", () => {
  expect(stepsOf(network)[2]?.reading).toBe("s 1 equals 2 times −1 plus 3 times 1");
  expect(stepsOf(network)[2]?.formula).toContainEqual({ number: "(−1)" });
});

it("opens the output into the two products", () => {
  const opened = stepsOf(network)[6]?.result.how().line;
  expect(opened?.map((part) => (typeof part === "string" ? part : part.name))).toEqual([
    "product of node_0",
    "+",
    "product of node_1",
  ]);
});

it.each([
  [0, ["?", "?", "?"]],
  [1, ["?", "?", "?"]],
  [2, [undefined, "?", "?"]],
  [4, [undefined, undefined, "?"]],
  [6, [undefined, undefined, "?"]],
  [7, [undefined, undefined, undefined]],
])("shows after step %i what is known by then", (done, texts) => {
  const shown = afterStep(network, done).layers.flatMap(({ neurons }) => neurons.map(({ output }) => output.text));
  expect(shown).toEqual(texts);
});
