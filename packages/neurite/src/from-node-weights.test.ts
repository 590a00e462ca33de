// Facts (weights and results) of the exercises of DataCamp's "Introduction to Deep Learning in Python"; its identity is our linear.
import { linear, parseActivation, relu, tanh } from "@neurite/activations";
import type { Activation } from "@neurite/plugin";
import { constant, evaluate, gradient, NeuriteError, type Tensor } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { fromNodeWeights, type NodeWeights } from "./index";

const slide = { node_0: [1, 1], node_1: [-1, 1], output: [2, -1] };
const bank = { node_0: [2, 4], node_1: [4, -5], output: [2, 7] };
const deep = { node_0_0: [2, 4], node_0_1: [4, -5], node_1_0: [-1, 2], node_1_1: [1, 2], output: [2, 7] };
const deepVariant = { ...deep, node_1_0: [-1, 1], node_1_1: [2, 2] };
const first = { node_0: [2, 1], node_1: [1, 2], output: [1, 1] };
const second = { node_0: [2, 1], node_1: [1, 1.5], output: [1, 1.5] };
const rows = [
  [0, 3],
  [1, 2],
  [-1, -2],
  [4, 0],
];

interface Exercise {
  readonly name: string;
  readonly weights: NodeWeights;
  readonly activation: Activation;
  readonly output?: Activation;
  readonly inputs: readonly (readonly number[])[];
  readonly results: readonly number[];
}

const exercises: readonly Exercise[] = [
  { name: "two nodes, linear", weights: slide, activation: linear, inputs: [[2, 3]], results: [9] },
  { name: "two nodes, tanh", weights: slide, activation: tanh, inputs: [[2, 3]], results: [1.2382242525694254] },
  { name: "two nodes, relu", weights: slide, activation: relu, inputs: [[2, 3]], results: [9] },
  { name: "accounts and children, linear", weights: bank, activation: linear, inputs: [[3, 5]], results: [-39] },
  { name: "accounts and children, relu", weights: bank, activation: relu, inputs: [[3, 5]], results: [52] },
  {
    name: "accounts and children, tanh",
    weights: bank,
    activation: tanh,
    inputs: [[3, 5]],
    results: [-4.999999999928473],
  },
  {
    name: "many rows, relu also in the output",
    weights: bank,
    activation: relu,
    output: relu,
    inputs: [
      [3, 5],
      [1, -1],
      [0, 0],
      [8, 4],
    ],
    results: [52, 63, 0, 148],
  },
  { name: "two hidden layers", weights: deep, activation: relu, inputs: [[3, 5]], results: [182] },
  { name: "two hidden layers, variant", weights: deepVariant, activation: relu, inputs: [[3, 5]], results: [364] },
  { name: "an error of 6", weights: first, activation: relu, inputs: [[0, 3]], results: [9] },
  { name: "an error of 0", weights: { ...first, node_1: [1, 0] }, activation: relu, inputs: [[0, 3]], results: [3] },
  { name: "four rows, first weights", weights: first, activation: relu, inputs: rows, results: [9, 9, 0, 12] },
  { name: "four rows, second weights", weights: second, activation: relu, inputs: rows, results: [9.75, 10, 0, 14] },
];

describe("fromNodeWeights", () => {
  for (const { name, weights, activation, output, inputs, results } of exercises) {
    it(`gives exactly the article's numbers: ${name}`, () => {
      const model = fromNodeWeights(weights, { activation, ...(output && { outputActivation: output }) });
      expect([...model.predict(inputs).data]).toEqual(results);
    });
  }

  it("gives the mean squared errors 37.5 and 49.890625 over four rows", () => {
    const meanSquared = (weights: NodeWeights) => {
      const misses = [...fromNodeWeights(weights, { activation: relu }).predict(rows).data].map(
        (prediction, i) => prediction - ([1, 3, 5, 7][i] ?? 0),
      );
      return misses.reduce((sum, miss) => sum + miss * miss, 0) / 4;
    };
    expect(meanSquared(first)).toBe(37.5);
    expect(meanSquared(second)).toBe(49.890625);
  });

  it("takes an output alone, and several outputs", () => {
    expect([...fromNodeWeights({ output: [2, -1] }).predict([[3, 4]]).data]).toEqual([2]);
    const several = { node_0: [1, 1], output: [[2], [-3]] };
    expect([...fromNodeWeights(several).predict([[1, 2]]).data]).toEqual([6, -9]);
  });

  it("has trained numbers of an activation as they start", () => {
    // the article's hidden sums for [2, 3] are 5 and 1, here doubled and summed up as 2 · 10 - 2
    const activation = parseActivation("slope = 2; slope * x");
    expect([...fromNodeWeights(slide, { activation }).predict([[2, 3]]).data]).toEqual([18]);
  });

  it("takes nodes in any order of their names, also more than ten", () => {
    const names = Array.from({ length: 12 }, (_, i) => [`node_${11 - i}`, [11 - i]] as const);
    const weights = { ...Object.fromEntries(names), output: names.map((_, i) => i) };
    // node i passes on i·1, the output adds i·i: 0 + 1 + 4 + … + 121
    expect([...fromNodeWeights(weights).predict([[1]]).data]).toEqual([506]);
  });

  it("names the node that does not fit", () => {
    const refuse = (weights: NodeWeights) => {
      try {
        fromNodeWeights(weights);
      } catch (error) {
        return error instanceof NeuriteError ? error.message : String(error);
      }
      return "no error";
    };
    expect(refuse({ node_0: [1, 2], node_1: [1], output: [1, 1] })).toContain(
      '"node_1" has 1 weights, but "node_0" has 2',
    );
    expect(refuse({ node_0: [1, 2], output: [1, 1] })).toContain(
      '"output" has 2 weights, but there are 1 nodes before it',
    );
    expect(refuse({ node_0: [1], node_2: [1], output: [1, 1] })).toContain("node 1 is missing, there are 0, 2");
    expect(refuse({ node_0: [1], node_0_0: [1], output: [1] })).toContain(
      "names of the forms node_0 and node_0_0 are mixed",
    );
    expect(refuse({ node_0: [1] })).toContain("there is no output");
    expect(refuse({ hidden: [1], output: [1] })).toContain('the name "hidden" is not understood');
    expect(refuse({ output: [Number.NaN] })).toContain('weight 0 of "output" is null');
    expect(refuse({ output: [] })).toContain("the first nodes have no weights");
  });
});

describe("weight updates by gradient", () => {
  /** w - rate · slope of (w · x - target)², with the slope from the graph. */
  const update = (input: readonly number[], weights: Tensor, target: number, rate: number) => {
    const error = weights.mul(constant(input, "float64")).sum().sub(target);
    const [slope] = gradient(error.mul(error), [weights]);
    return { error, slope, next: weights.sub(slope.mul(rate)) };
  };
  const close = (got: Tensor, expected: readonly number[]) => {
    const [{ data }] = evaluate([got]);
    expect(data).toHaveLength(expected.length);
    expected.forEach((number, i) => {
      expect(Math.abs((data[i] ?? Number.NaN) - number)).toBeLessThanOrEqual(1e-12);
    });
  };
  const weights = constant([0, 2, 1], "float64");

  it("have the slope [14, 28, 42] at an error of 7", () => {
    const { error, slope } = update([1, 2, 3], weights, 0, 0.01);
    close(error.reshape([1]), [7]);
    close(slope, [14, 28, 42]);
  });

  it("lower the error from 7 to 5.04 in one step", () => {
    const { next } = update([1, 2, 3], weights, 0, 0.01);
    close(next, [-0.14, 1.72, 0.58]);
    close(update([1, 2, 3], next, 0, 0.01).error.reshape([1]), [5.04]);
  });

  it("lower the mean squared error as published over 20 steps", () => {
    let w: Tensor = weights;
    const history: number[] = [];
    for (let step = 0; step < 20; step++) {
      const [moved] = evaluate([update([1, 2, 3], w, 0, 0.01).next]);
      w = constant(moved);
      history.push(evaluate([update([1, 2, 3], w, 0, 0.01).error])[0].data[0] ?? 0);
    }
    const published = [
      25.401600000000002, 13.16818944, 6.826389405696002, 3.538800267912807, 1.834514058885999, 0.9510120881265021,
      0.4930046664847788, 0.2555736191057094, 0.13248936414439966, 0.06868248637245665, 0.035605000935481655,
      0.018457632484953686, 0.009568436680199953, 0.004960277575015649, 0.0025714078948881215, 0.0013330178527099956,
      0.0006910364548448491, 0.0003582332981915815, 0.0001857081417825098, 9.627110070005501e-5,
    ];
    published.forEach((mse, i) => {
      expect(Math.abs((history[i] ?? 0) ** 2 - mse)).toBeLessThanOrEqual(1e-12);
    });
    close(w, [-0.4992991583023219, 1.001401683395356, -0.4978974749069655]);
  });

  it("have the gradient [30, 40] on the slide, and halve its error", () => {
    const { error, slope, next } = update([3, 4], constant([1, 2], "float64"), 6, 0.01);
    close(error.reshape([1]), [5]);
    close(slope, [30, 40]);
    close(next, [0.7, 1.6]);
    close(update([3, 4], next, 6, 0.01).error.reshape([1]), [2.5]);
  });
});
