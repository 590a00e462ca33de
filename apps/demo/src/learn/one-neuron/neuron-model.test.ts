import { expect, it } from "vitest";
import { corners, countRight } from "./corners";
import { mirrored, type Neuron, neuronModel, plainAddition } from "./neuron-model";

const example: Neuron = { weights: [1.5, -1.5], bias: -1.5 };
const points = corners.map(({ at }) => [...at]);

it("says yes to the one corner that is both", () => {
  const answers = neuronModel({ neurons: [example], addition: plainAddition }).predict(points).data;
  // the sums are −4.5, −1.5, −1.5, 1.5
  expect([...answers].map((answer) => Math.atanh(answer).toFixed(9))).toEqual(
    [-4.5, -1.5, -1.5, 1.5].map((sum) => sum.toFixed(9)),
  );
  expect([countRight("both", answers), countRight("either", answers)]).toEqual([4, 3]);
});

it("gets all four right with the mirrored neuron added", () => {
  expect(mirrored(example)).toEqual({ weights: [-1.5, 1.5], bias: -1.5 });
  const answers = neuronModel({ neurons: [example, mirrored(example)], addition: plainAddition }).predict(points).data;
  expect(countRight("either", answers)).toBe(4);
});
