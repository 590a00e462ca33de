// Networks that never fall with a chosen input, whatever the data say.
import { describe, expect, it } from "vitest";
import {
  type Activation,
  adam,
  dense,
  elu,
  fit,
  meanSquaredError,
  monotone,
  nonNegative,
  relu,
  sequential,
  softplus,
  tanh,
} from "./index";

/** Numbers that look random: the golden ratio's multiples, without their whole part. */
const spread = (i: number, salt: number) => (i * 0.6180339887498949 + salt * 0.7548776662466927 * i) % 1;

const rows = 200;
const inputs = Array.from({ length: rows }, (_, i) => [spread(i, 0), spread(i, 1), spread(i, 2)].map((x) => 2 * x - 1));
// rises with the first column, falls with the second, waves in the third; the noise is as large as the signal
const targets = inputs.map(([up = 0, down = 0, free = 0], i) => [
  0.4 * up - 0.4 * down + Math.abs(free) + 3 * (spread(i, 5) - 0.5) * Math.sign(spread(i, 7) - 0.5),
]);

const grid = Array.from({ length: 41 }, (_, i) => i / 20 - 1);
const others = [-1, -0.5, 0, 0.5, 1];

/** The largest fall of the prediction along an input, from one point of the grid to the next, wherever the others stand. */
function largestFall(predict: (rows: number[][]) => ArrayLike<number>, column: number): number {
  const places = others.flatMap((a) => others.map((b) => [a, b]));
  const falls = places.map((place) => {
    const line = grid.map((x) => [...place.slice(0, column), x, ...place.slice(column)]);
    const answers = Array.from(predict(line));
    return Math.max(...answers.slice(1).map((answer, i) => (answers[i] as number) - answer));
  });
  return Math.max(...falls);
}

async function fitted(activation: Activation, constrained: boolean) {
  const sign = constrained ? { weightsConstraint: monotone({ increasing: [0], decreasing: [1] }) } : {};
  const later = constrained ? { weightsConstraint: nonNegative } : {};
  const network = sequential([
    dense({ units: 16, activation, ...sign }),
    dense({ units: 8, activation, ...later }),
    dense({ units: 1, ...later }),
  ]);
  const options = { loss: meanSquaredError, optimizer: adam(), learningRate: 0.02, epochs: 40, seed: 1 };
  const { model } = await fit(network, { inputs, targets }, options);
  return (line: number[][]) => model.predict(line).data;
}

describe("a network with monotone first weights and nonNegative later ones", () => {
  it.each([
    ["tanh", tanh],
    ["relu", relu],
    ["softplus", softplus()],
    ["elu", elu()],
  ] as const)("never falls with one input nor rises with another, with %s", async (_, activation) => {
    const predict = await fitted(activation, true);
    // a unit in the last place of float32, where the line is flat
    expect(largestFall(predict, 0)).toBeLessThanOrEqual(5e-7);
    const upsideDown = (line: number[][]) => Array.from(predict(line), (answer) => -answer);
    expect(largestFall(upsideDown, 1)).toBeLessThanOrEqual(5e-7);
    // it has learnt something: along the whole of both inputs it moves
    const [low = 0, high = 0] = Array.from(
      predict([
        [-1, 1, 0],
        [1, -1, 0],
      ]),
    );
    expect(high - low).toBeGreaterThan(0.2);
    // and the third input is free to fall
    expect(largestFall(predict, 2)).toBeGreaterThan(0.01);
  });

  it("is not what the data lead to by themselves", async () => {
    const predict = await fitted(tanh, false);
    expect(largestFall(predict, 0)).toBeGreaterThan(0.01);
  });
});
