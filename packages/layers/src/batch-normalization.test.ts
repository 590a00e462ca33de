import { constant, gradient } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { batchNormalization } from "./batch-normalization";
import { near, numbersOf, traced } from "./run-layer";

// torch.nn.BatchNorm1d 2.13.0 in float64 with eps 1e-5 and its momentum 0.1, which is 0.9 here
const x = [
  [5.045419734007663, 1.2667379587220338, 0.5282897242461317],
  [6.906179199989646, 0.9246117891417114, 1.2900849285418832],
  [-1.7836590333450486, 1.9679111941338894, 3.4059520771329383],
  [0.9190848720307867, 1.4380108892159988, 1.7397375341712364],
  [4.063262209789274, 1.1440189356209751, 0.4404359132932485],
  [2.8152595069495825, 2.0944297272341768, -0.11169722629318146],
];
const scale = [0.7045877548555474, -1.3384413741056547, 0.9179869055713986];
const bias = [0.1269204612265919, 0.511668654459251, 0.17819470832590645];
const start = { mean: [0, 0, 0], variance: [1, 1, 1] };

describe("batchNormalization while training", () => {
  const step = () => traced(batchNormalization(), [x], { training: true, tensors: { scale, bias, ...start } });

  it("normalises by the batch, as PyTorch", () => {
    const expected = [
      0.638844411966711, 1.1600036981549737, -0.3711076128047716, 1.1032481713044526, 2.237379340105966,
      0.2378411871378051, -1.0655402279354025, -1.0480324937194023, 1.9291812660814216, -0.3909960683433851,
      0.62065506058622, 0.5972756034284387, 0.3937199588347952, 1.5464531955882916, -0.4413344565135049,
      0.08224652153237974, -1.4464468739605443, -0.882687737373951,
    ];
    expect(near(numbersOf(step().y), expected)).toBe(true);
  });

  it("moves the running averages, the variance without bias, as PyTorch", () => {
    const { updates } = step().record;
    expect(near(numbersOf(updates.get("mean")), [0.2994257748236984, 0.14726200823447974, 0.12154671585153763])).toBe(
      true,
    );
    expect(near(numbersOf(updates.get("variance")), [1.8564007416724233, 0.921676751360375, 1.0582580595725752])).toBe(
      true,
    );
  });

  it("lets gradients flow through mean and variance", () => {
    // PyTorch for x = [[1], [2], [4]], weight 0.42742692593089343 and this upstream gradient
    const layer = batchNormalization();
    const tensors = { scale: [0.42742692593089343], bias: [-0.1193230680738011], mean: [0], variance: [1] };
    const run = traced(layer, [[[1], [2], [4]]], { training: true, tensors });
    const upstream = constant([[-2.216316651392636], [-0.9225413501683807], [1.2850068057548134]], "float64");
    const slopes = gradient(run.y.mul(upstream).sum(), [...run.inputs, ...run.tensors.values()]).map(numbersOf);
    expect(near(slopes[0] ?? [], [-0.018607390588681577, 0.027905132863598435, -0.00929774227491674])).toBe(true);
    expect(near(slopes[1] ?? [], [4.333050356071363])).toBe(true);
    expect(near(slopes[2] ?? [], [-1.8538511958062032])).toBe(true);
  });

  it("gives the bias for a constant column", () => {
    const tensors = { scale: [3], bias: [-0.5], mean: [0], variance: [1] };
    const { y, record } = traced(batchNormalization(), [[[5], [5], [5]]], { training: true, tensors });
    expect(numbersOf(y)).toEqual([-0.5, -0.5, -0.5]);
    expect(near(numbersOf(record.updates.get("variance")), [0.9])).toBe(true);
  });

  it("keeps the running variance where one row has none", () => {
    const tensors = { scale: [1], bias: [0], mean: [2], variance: [7] };
    const { updates } = traced(batchNormalization({ momentum: 0.75 }), [[[6]]], { training: true, tensors }).record;
    expect(numbersOf(updates.get("mean"))).toEqual([3]); // 0.75 · 2 + 0.25 · 6
    expect(numbersOf(updates.get("variance"))).toEqual([7]);
  });

  it("counts PyTorch's momentum as its update rate", () => {
    const tensors = { scale: [1], bias: [0], mean: [2], variance: [7] };
    const { updates } = traced(batchNormalization({ updateRate: 0.25 }), [[[6], [10]]], {
      training: true,
      tensors,
    }).record;
    expect(numbersOf(updates.get("mean"))).toEqual([3.5]); // 0.75 · 2 + 0.25 · 8
    expect(numbersOf(updates.get("variance"))).toEqual([7.25]); // 0.75 · 7 + 0.25 · 8
  });

  it("keeps the biased variance where it is told to, as Keras", () => {
    const tensors = { scale: [1], bias: [0], mean: [2], variance: [7] };
    const layer = batchNormalization({ momentum: 0.75, biasedVariance: true });
    const variance = (x: number[][]) =>
      numbersOf(traced(layer, [x], { training: true, tensors }).record.updates.get("variance"));
    expect(variance([[6], [10]])).toEqual([6.25]); // 0.75 · 7 + 0.25 · 4
    expect(variance([[6]])).toEqual([5.25]); // one row has the variance 0
  });

  it("counts all axes but the last", () => {
    const tensors = { scale: [1], bias: [0], mean: [0], variance: [0] };
    const { record } = traced(
      batchNormalization({ momentum: 0 }),
      [
        [
          [[1], [2]],
          [[3], [6]],
        ],
      ],
      { training: true, tensors },
    );
    expect(numbersOf(record.updates.get("mean"))).toEqual([3]); // (1 + 2 + 3 + 6) / 4
    expect(near(numbersOf(record.updates.get("variance")), [14 / 3])).toBe(true); // (4 + 1 + 0 + 9) / 3
  });
});

describe("batchNormalization when predicting", () => {
  it("uses the running averages and changes nothing, as PyTorch", () => {
    const tensors = { scale: [2], bias: [1], mean: [3], variance: [4 - 1e-5] };
    const { y, record } = traced(batchNormalization(), [[[7], [3]]], { tensors });
    expect(near(numbersOf(y), [5, 1])).toBe(true); // (7 - 3) / 2 · 2 + 1
    expect(record.updates.size).toBe(0);
  });

  it("keeps scale and bias from weight decay", () => {
    const { parameters } = traced(batchNormalization(), [[[1, 2]]]).record;
    expect([...parameters].map(([name, { spec }]) => [name, spec.shape, spec.decay])).toEqual([
      ["scale", [2], false],
      ["bias", [2], false],
    ]);
  });
});

describe("the options of batchNormalization", () => {
  it("are checked", () => {
    expect(() => batchNormalization({ momentum: 1.1 })).toThrow('"momentum" should be a number from 0 to 1, got 1.1.');
    expect(() => batchNormalization({ updateRate: -1 })).toThrow(
      '"updateRate" should be a number from 0 to 1, got -1.',
    );
    expect(() => batchNormalization({ momentum: 0.9, updateRate: 0.1 })).toThrow(
      'batchNormalization: expected "momentum" or "updateRate", got both (0.9 and 0.1). They are 1 together: pass one of them.',
    );
    expect(() => batchNormalization({ epsilon: 0 })).toThrow('"epsilon" should be a number above 0, got 0.');
    expect(() => traced(batchNormalization(), [[1, 2]])).toThrow("the input should be [rows, ..., features], got [2].");
  });
});
