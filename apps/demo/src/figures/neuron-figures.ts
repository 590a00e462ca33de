// Chapter 3: what one neuron answers in the four corners, and how many it can get right at most.
import { createModel, dense, interpreter, tanh, value } from "neurite";
import { corners, countRight, type Goal } from "../learn/one-neuron/corners";
import { mirrored, type Neuron, neuronModel, plainAddition } from "../learn/one-neuron/neuron-model";
import { type Figures, figure } from "./figure";

const example: Neuron = { weights: [1.5, -1.5], bias: -1.5 };
const points = corners.map(({ at }) => [...at]);

export function neuronFigures(): Figures {
  const one = neuronModel({ neurons: [example], addition: plainAddition }).predict(points).data;
  const two = neuronModel({ neurons: [example, mirrored(example)], addition: plainAddition }).predict(points).data;
  const answers = corners.flatMap(({ name }, i) => [
    [`one neuron: ${name}`, figure(one[i] as number, 0.0005)] as const,
    [`two neurons: ${name}`, figure(two[i] as number, 0.0005)] as const,
  ]);
  return {
    ...Object.fromEntries(answers),
    "one neuron: most corners right of “both”": figure(mostRight("both"), 0),
    "one neuron: most corners right of “either”": figure(mostRight("either"), 0),
  };
}

/** Of all neurons with numbers from −3 to 3 in steps of a quarter: one layer of 15,625. */
function mostRight(goal: Goal): number {
  const steps = Array.from({ length: 25 }, (_, i) => -3 + i / 4);
  const all = steps.flatMap((x) => steps.flatMap((y) => steps.map((bias): Neuron => ({ weights: [x, y], bias }))));
  const weightsOf = (input: 0 | 1) => all.map(({ weights }) => weights[input]);
  const layer = createModel(dense({ units: all.length, activation: tanh }), {
    inputs: [2],
    dtype: "float64",
    backend: interpreter,
    weights: new Map([
      ["weights", value(Float64Array.from([...weightsOf(0), ...weightsOf(1)]), { shape: [2, all.length] })],
      [
        "bias",
        value(
          Float64Array.from(all, ({ bias }) => bias),
          { shape: [all.length] },
        ),
      ],
    ]),
  });
  const answers = layer.predict(points).data;
  const right = (unit: number) =>
    countRight(
      goal,
      points.map((_, row) => answers[row * all.length + unit] as number),
    );
  return Math.max(...all.map((_, unit) => right(unit)));
}
