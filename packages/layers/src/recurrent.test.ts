import { relu } from "@neurite/activations";
import { constant, gradient, order, seedKey } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { bidirectional } from "./bidirectional";
import { gru } from "./gru";
import { lstm } from "./lstm";
import { near, numbersOf, traced } from "./run-layer";
import { simpleRnn } from "./simple-rnn";

// The values are those of torch.nn.LSTM, GRU and RNN 1.13.1 in float64: one row of 3 steps, 2 units, gradients of Σ (1, 2, … 6) · y.
const weigh = constant(
  [
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
  ],
  "float64",
);

describe("lstm", () => {
  const x = [
    [
      [1.5, -1],
      [0.25, -0.25],
      [2, 1.25],
    ],
  ];
  const parameters = {
    weights: [
      [1.5, 0.5, 2, -1.25, 0.75, 1.5, -2, 1.25],
      [2, 0.75, -1.5, -2, -0.75, -0.5, -1.25, 1.75],
    ],
    recurrentWeights: [
      [-2, 0.25, 0.25, -1.25, 1.5, 0.75, 0.5, -0.25],
      [0.25, 0.25, 0, -1.25, -0.5, 1.75, -1, -1.5],
    ],
  };
  const [bias, recurrentBias] = [
    [1.75, 0.25, 0, 1.25, 1.25, 2, -2, 0.25],
    [1, 2, 1, -1.5, 0.75, 2, -0.75, -1.75],
  ];
  const expected = [
    0.008136666324242595, 0.1450136097876278, 0.04138033158545172, 0.11755264629373896, 0.00022053824064634394,
    0.7219476680044951,
  ];

  it("gives PyTorch's values and gradients", () => {
    const layer = lstm({ units: 2, returnSequences: true, useRecurrentBias: true });
    const { y, tensors } = traced(layer, [x], { tensors: { ...parameters, bias, recurrentBias } });
    expect(near(numbersOf(y), expected)).toBe(true);
    const of = ["recurrentWeights", "recurrentBias"].flatMap((name) => tensors.get(name) ?? []);
    const [toWeights, toBias] = gradient(y.mul(weigh).sum(), of).map(numbersOf);
    const slopes = [
      7.409444867095356e-6, 0.0015275755033711765, 1.3434089948743075e-5, 0.0008113937646239691, 4.384583895433288e-6,
      1.0200137396926819e-6, 0.0009922852924205026, 0.01153592242806131, 0.00013204922810771191, 0.005844500324784902,
      0.00023848876426622233, 0.006113427756690675, 7.782856865060339e-5, 7.430752837880527e-6, 0.017001298003202513,
      0.0783398915894038,
    ];
    expect(near(toWeights ?? [], slopes)).toBe(true);
    expect(near((toBias ?? []).slice(0, 2), [0.001705643922832351, 0.06296006618731945])).toBe(true);
  });

  it("adds two biases up where it has one", () => {
    const both = bias.map((b, i) => b + (recurrentBias[i] ?? 0));
    const { y } = traced(lstm({ units: 2 }), [x], { tensors: { ...parameters, bias: both } });
    expect(near(numbersOf(y), expected.slice(-2))).toBe(true);
  });

  it("goes on from its states as if it had never stopped", () => {
    const tensors = { ...parameters, bias, recurrentBias };
    const layer = lstm({ units: 2, useRecurrentBias: true, returnState: true });
    const [row = []] = x;
    const { record } = traced(layer, [[row.slice(0, 2)]], { tensors });
    const states = record.outputs.slice(1);
    const rest = traced(layer, [[row.slice(2)], ...states], { tensors });
    expect(near(numbersOf(rest.y), expected.slice(-2))).toBe(true);
    expect(rest.record.outputs.map(({ shape }) => shape)).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  it("has one loop forward and one backward, and takes the products of all inputs before", () => {
    const { y, tensors } = traced(lstm({ units: 2 }), [x], { tensors: parameters });
    const count = (op: string) =>
      order(gradient(y.sum(), [...tensors.values()])).filter((node) => node.op === op).length;
    expect(count("scan")).toBe(2);
    expect(order([y]).filter(({ op }) => op === "matmul").length).toBe(1);
  });

  it("starts by remembering: the forget gate's bias is 1 more", () => {
    const start = (forgetBias?: number) => {
      const { parameters: asked } = traced(lstm({ units: 2, forgetBias }), [x]).record;
      return [...(asked.get("bias")?.spec.initializer.sample([8], seedKey(1)) ?? [])];
    };
    expect(start()).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
    expect(start(0)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe("gru", () => {
  it("gives PyTorch's values and gradients", () => {
    const tensors = {
      weights: [
        [-1, 1.25, -0.5, -1, 1.5, -2],
        [1.5, -0.75, 0.75, -0.25, 0.25, 1.75],
      ],
      recurrentWeights: [
        [0.75, 0.75, -0.75, -0.75, 0.5, 1.25],
        [1.25, -0.25, -1.5, 0.5, -1.75, -1.75],
      ],
      bias: [-2, -1, 0, 2, -1.25, -0.25],
      recurrentBias: [-1.25, 0.75, -1.5, -1.5, 2, 0.75],
    };
    const x = [
      [
        [-0.25, -1.75],
        [-1.5, -0.75],
        [-1, 0.25],
      ],
    ];
    const run = traced(gru({ units: 2, returnSequences: true }), [x], { tensors });
    const expected = [
      -0.9060748851147866, -0.22908337077000707, -0.9590066177849277, -0.16178632197192355, -0.9727309568278393,
      -0.035137875822366715,
    ];
    expect(near(numbersOf(run.y), expected)).toBe(true);
    const slopes = [
      0.007175067155753659, 0.014532956967084214, 0.40636188091641795, 0.49527220545117756, 0.0040499608669964165,
      0.07528708888509614,
    ];
    const of = run.tensors.get("recurrentBias");
    expect(near(numbersOf(gradient(run.y.mul(weigh).sum(), of ? [of] : [])[0]), slopes)).toBe(true);
  });

  it("resets before the product where it is told to, as in the paper", () => {
    // r = z = σ(0) = ½, h = 1: the candidate is tanh(½ (1 + 1)) after the product, tanh(½ · 1 + 1) before; then ½ of it and ½ of 1
    const tensors = { weights: [[0, 0, 0]], recurrentWeights: [[0, 0, 1]], bias: [0, 0, 0], recurrentBias: [0, 0, 1] };
    const inputs = [[[[7]]], [[1]]];
    const after = traced(gru({ units: 1 }), inputs, { tensors });
    expect(near(numbersOf(after.y), [0.8807970779778824])).toBe(true);
    const before = traced(gru({ units: 1, resetAfter: false, useRecurrentBias: true }), inputs, { tensors });
    expect(near(numbersOf(before.y), [0.9525741268224333])).toBe(true);
  });
});

describe("simpleRnn", () => {
  const x = [
    [
      [-1, -0.5],
      [0.5, -1.75],
      [-1, 1.75],
    ],
  ];
  const tensors = {
    weights: [
      [-1.25, -1.5],
      [1.75, 0],
    ],
    recurrentWeights: [
      [1, 1.75],
      [1, 0],
    ],
    bias: [-1.5, -1],
  };

  it("gives PyTorch's values", () => {
    const expected = [
      -0.809301070201781, 0.46211715726000974, -0.9999688356650511, -0.9964513302924688, 0.6729305537975994,
      -0.8482683461000581,
    ];
    const { y } = traced(simpleRnn({ units: 2, returnSequences: true }), [x], { tensors });
    expect(y.shape).toEqual([1, 3, 2]);
    expect(near(numbersOf(y), expected)).toBe(true);
  });

  it("takes another activation", () => {
    // 3, then 2 + 3 · 10
    const ones = { weights: [[1]], recurrentWeights: [[10]], bias: [0] };
    const { y } = traced(simpleRnn({ units: 1, activation: relu }), [[[[3], [2]]]], { tensors: ones });
    expect(numbersOf(y)).toEqual([32]);
  });

  it("refuses what does not fit", () => {
    expect(() => simpleRnn({ units: 0 })).toThrow('simpleRnn: "units" should be a whole number above 0, got 0.');
    expect(() => traced(simpleRnn({ units: 2 }), [[[1, 2]]])).toThrow(
      "simpleRnn: the input should be [rows, steps, features], got [1, 2]. Reshape it; one number at each step is [rows, steps, 1].",
    );
    expect(() => traced(lstm({ units: 2 }), [x, [[0, 0]]])).toThrow(
      "lstm: beside the sequence it takes no input, or 2 of shape [1, 2], got [1, 2]. Give it the states of another lstm, or none.",
    );
  });
});

describe("bidirectional", () => {
  const sums = { weights: [[1]], recurrentWeights: [[1]], bias: [0] };
  const below = (path: string, factor: number) =>
    Object.entries({ ...sums, weights: [[factor]] }).map(([name, held]) => [`${path}/${name}`, held] as const);
  const tensors = Object.fromEntries([...below("forward", 1), ...below("backward", 10)]);
  const x = [[[1], [2], [3]]];
  const running = (options: object) => simpleRnn({ units: 1, activation: relu, ...options });

  it("puts what both directions give at a step side by side", () => {
    // running sums 1, 3, 6, and from the end, ten times: 60, 50, 30
    const { y } = traced(bidirectional(running({ returnSequences: true })), [x], { tensors });
    expect(numbersOf(y)).toEqual([1, 60, 3, 50, 6, 30]);
  });

  it("adds them up where it is told to, and takes the last of both", () => {
    expect(numbersOf(traced(bidirectional(running({}), { merge: "sum" }), [x], { tensors }).y)).toEqual([66]);
  });

  it("takes and gives the states of both directions", () => {
    const { record } = traced(bidirectional(running({ returnState: true })), [x, [[100]], [[1000]]], { tensors });
    expect(record.outputs.map(numbersOf)).toEqual([[106, 1060], [106], [1060]]);
  });

  it("refuses a word that it does not know", () => {
    // @ts-expect-error: no such word
    expect(() => bidirectional(running({}), { merge: "mean" })).toThrow(
      'bidirectional: "merge" should be "concatenate" or "sum", got "mean". Choose one of the two.',
    );
    expect(() => traced(bidirectional(running({})), [[[1, 2]]])).toThrow("got [1, 2]. Reshape it.");
  });
});
