import { gelu, linear, relu } from "@neurite/activations";
import { gradient, NeuriteError, type Tensor } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { constant } from "./constant";
import { dense } from "./dense";
import { heNormal } from "./he";
import { l1 } from "./l1";
import { l2 } from "./l2";
import { near, numbersOf, traced } from "./run-layer";

describe("dense", () => {
  it("gives PyTorch's values and gradients", () => {
    // torch.nn.Linear 2.13.0 in float64: one row of 4, 3 units; PyTorch keeps the weights transposed
    const x = [[-0.16615247219383955, 1.305866912797378, 0.2425547346860073, 0.34141857539873754]];
    const weights = [
      [0.255619191839849, 0.12796954915711214, -0.015012643749332135],
      [0.6368239278832605, -0.3937792823040533, -0.6789721056430734],
      [-0.003688479647427312, -1.2328362012289713, -0.8564738797986685],
      [-0.8006529259910619, -0.025930582806994503, -0.4761832059118793],
    ];
    const bias = [-0.21750724464286889, 0.7519153058654976, -0.3756738277492725];
    const { y, inputs, tensors } = traced(dense({ units: 3 }), [x], { tensors: { weights, bias } });
    expect(near(numbersOf(y), [0.29737585181018666, -0.09145392714007017, -1.6301462338191097])).toBe(true);

    const [upstream] = traced(dense({ units: 1 }), [
      [[0.406142698802119, 0.07614562035299217, -0.12376693416639403]],
    ]).inputs;
    const of = [...inputs, ...tensors.values()];
    const [toX, toWeights, toBias] = gradient(upstream ? y.mul(upstream).sum() : y.sum(), of);
    expect(
      near(numbersOf(toX), [0.11542025803690102, 0.31269111689901946, 0.010630019881588751, -0.26821810498253834]),
    ).toBe(true);
    expect(
      near(
        numbersOf(toWeights?.transpose()),
        [
          -0.06748161346945003, 0.5303683122399185, 0.09851183455260695, 0.138664661633618, -0.012651783068383195,
          0.0994360461734031, 0.018469480742221454, 0.025997529223771704, 0.020564182087598554, -0.1616231442262653,
          -0.030020255879630236, -0.042256330344559584,
        ],
      ),
    ).toBe(true);
    expect(near(numbersOf(toBias), [0.406142698802119, 0.07614562035299217, -0.12376693416639403])).toBe(true);
  });

  it("applies its activation to the sums", () => {
    const tensors = { weights: [[1, -1]], bias: [1, 1] };
    const { y } = traced(dense({ units: 2, activation: relu }), [[[2], [-3]]], { tensors });
    expect(numbersOf(y)).toEqual([3, 0, 0, 4]); // 2 + 1, -2 + 1, -3 + 1, 3 + 1
  });

  it("works on the last axis of arrays with more axes, by one flat product", () => {
    const x = [
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ];
    const { y } = traced(dense({ units: 1, useBias: false }), [x], { tensors: { weights: [[10], [1]] } });
    expect(y.shape).toEqual([1, 3, 1]);
    expect(numbersOf(y)).toEqual([12, 34, 56]);
  });

  it("asks for weights and a bias, the bias without weight decay", () => {
    const { parameters } = traced(dense({ units: 3 }), [[[1, 2]]]).record;
    expect([...parameters].map(([name, { spec }]) => [name, spec.shape, spec.initializer.kind, spec.decay])).toEqual([
      ["weights", [2, 3], "glorotUniform", undefined],
      ["bias", [3], "zeros", false],
    ]);
  });

  it("asks for no bias where it has none", () => {
    const { parameters } = traced(dense({ units: 3, useBias: false }), [[[1, 2]]]).record;
    expect([...parameters.keys()]).toEqual(["weights"]);
  });

  it("adds the penalties of its regularizers, and hands its constraints on", () => {
    const halved = { kind: "acme/halved", apply: (next: Tensor) => next.mul(0.5) };
    const layer = dense({
      units: 2,
      weightsRegularizer: l2(0.5),
      biasRegularizer: l1(2),
      weightsConstraint: halved,
      biasConstraint: halved,
    });
    const { penalties, parameters } = traced(layer, [[[0]]], { tensors: { weights: [[1, 3]], bias: [-1, 4] } }).record;
    expect(penalties.map(numbersOf)).toEqual([[5], [10]]); // (1 + 9) / 2 and 2 (1 + 4)
    expect([...parameters.values()].map(({ spec }) => spec.constraint)).toEqual([halved, halved]);
  });

  it("refuses units that are no whole number above 0", () => {
    expect(() => dense({ units: -3 })).toThrow(
      new NeuriteError("bad-argument", 'dense: "units" should be a whole number above 0, got -3. Pass such a number.'),
    );
    for (const units of [0, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => dense({ units })).toThrow(`got ${units}`);
    }
  });

  it("refuses more weights than 2^28 before any memory is taken", () => {
    expect(() => dense({ units: 1e12 })).toThrow('dense: "units" should be at most 268435456, got 1000000000000.');
    expect(() => traced(dense({ units: 268435456 }), [[[1, 2]]])).toThrow(
      "weights: a parameter of shape [2, 268435456] has 536870912 numbers, the limit is 268435456.",
    );
  });

  it("refuses rows that are single numbers", () => {
    expect(() => traced(dense({ units: 1 }), [[1, 2, 3]])).toThrow(
      "dense: the input should be [rows, ..., features], got [3]. Reshape it to [rows, 1] if each row is one number.",
    );
  });

  it("tells programs in JavaScript that a kind with options has to be called", () => {
    // @ts-expect-error: gelu() was meant
    expect(() => dense({ units: 1, activation: gelu })).toThrow(
      'dense: "activation" should be an object with a kind and the method apply, got the function gelu. Call it: gelu().',
    );
    // @ts-expect-error: names are for files only
    expect(() => dense({ units: 1, activation: "relu" })).toThrow(
      'got "relu". Import the value that the name stands for.',
    );
    // @ts-expect-error: heNormal() was meant
    expect(() => dense({ units: 1, weightsInitializer: heNormal })).toThrow('"weightsInitializer" should be');
    // @ts-expect-error: an initializer is no regularizer
    expect(() => dense({ units: 1, biasRegularizer: constant(1) })).toThrow('"biasRegularizer" should be');
  });

  it("lets no misspelt option pass the type check", () => {
    // @ts-expect-error: Keras' name for it
    expect(dense({ units: 1, kernelInitializer: heNormal() }).kind).toBe("dense");
    // @ts-expect-error: units are needed
    expect(() => dense({ activation: linear })).toThrow("got undefined");
    // @ts-expect-error: a number, not a text
    expect(() => dense({ units: "8" })).toThrow('got "8"');
  });
});
