import { createModel, dense, interpreter, tanh, tensor } from "neurite";
import { expect, it } from "vitest";
import { corners, countRight, type Goal } from "./corners";
import { mirrored, type Neuron, neuronModel, plainAddition } from "./neuron-model";

const example: Neuron = { weights: [1.5, -1.5], bias: -1.5 };
const points = corners.map(({ at }) => [...at]);

it("says yes to the one corner that is both", () => {
  const answers = neuronModel({ neurons: [example], addition: plainAddition }).predict(points).data;
  // tanh of -4.5, -1.5, -1.5, 1.5
  [-0.9998, -0.9051, -0.9051, 0.9051].forEach((answer, i) => {
    expect(answers[i]).toBeCloseTo(answer, 4);
  });
  expect(countRight("both", answers)).toBe(4);
  expect(countRight("either", answers)).toBe(3);
});

it("gets all four right with the mirrored neuron added", () => {
  const answers = neuronModel({ neurons: [example, mirrored(example)], addition: plainAddition }).predict(points).data;
  // 0.9051 - 0.9998 + 1 and -0.9051 - 0.9051 + 1
  [0.9054, -0.8103, -0.8103, 0.9054].forEach((answer, i) => {
    expect(answers[i]).toBeCloseTo(answer, 4);
  });
  expect(countRight("either", answers)).toBe(4);
});

it.each([
  ["both", 4],
  ["either", 3],
] as const)(
  "of all neurons with numbers from -3 to 3 in steps of a quarter, none gets more right of “%s” than %i",
  (goal: Goal, best) => {
    const steps = Array.from({ length: 25 }, (_, i) => -3 + i / 4);
    const all = steps.flatMap((x) => steps.flatMap((y) => steps.map((bias): Neuron => ({ weights: [x, y], bias }))));
    // one layer of 15,625 neurons
    const numbers = (data: number[], shape: number[]) => tensor.value(new Float64Array(data), { shape });
    const layer = createModel(dense({ units: all.length, activation: tanh }), {
      inputs: [2],
      dtype: "float64",
      backend: interpreter,
      weights: new Map([
        [
          "weights",
          numbers(
            [0, 1].flatMap((i) => all.map(({ weights }) => weights[i] ?? 0)),
            [2, all.length],
          ),
        ],
        [
          "bias",
          numbers(
            all.map(({ bias }) => bias),
            [all.length],
          ),
        ],
      ]),
    });
    const answers = layer.predict(points).data;
    const counts = all.map((_, unit) =>
      countRight(
        goal,
        points.map((_, row) => answers[row * all.length + unit] ?? 0),
      ),
    );
    expect(Math.max(...counts)).toBe(best);
  },
);
