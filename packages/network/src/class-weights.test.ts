import { dense } from "@neurite/layers";
import { type NeuriteError, value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { classWeights } from "./class-weights";
import { fit } from "./fit/fit";
import { binaryCrossEntropy } from "./losses/binary-cross-entropy";
import { categoricalCrossEntropy } from "./losses/categorical-cross-entropy";
import { createModel } from "./model";
import { sgd } from "./optimizers/sgd";
import { sequential } from "./sequential";

describe("classWeights", () => {
  it("balances the classes that occur, as scikit-learn's compute_sample_weight does", () => {
    // 6 rows, 3 classes: 6 / (3 · 3), 6 / (3 · 2), 6 / (3 · 1); class 2 does not occur
    const expected = [2 / 3, 2 / 3, 1, 2, 2 / 3, 1];
    const made = classWeights(value([0, 0, 1, 3, 0, 1], { dtype: "int32" }));
    expect(made).toEqual({ shape: [6], dtype: "float64", data: Float64Array.from(expected) });
    expect(classWeights([[0], [0], [1], [3], [0], [1]]).data).toEqual(made.data);
  });

  it("takes the class from one-hot rows, and from a column of 0 and 1", () => {
    expect([
      ...classWeights(
        [
          [0, 1, 0],
          [1, 0, 0],
        ],
        [2, 3, 4],
      ).data,
    ]).toEqual([3, 2]);
    expect([...classWeights([0, 1, 0], [1, 0]).data]).toEqual([1, 0, 1]);
  });

  it.each([
    ["bad-argument", () => classWeights([0, 2], [1, 1]), "got 2 numbers and class 2 in row 1."],
    ["bad-argument", () => classWeights([0], [-1]), '"weights[0]" should be a number from 0 up, got -1.'],
    ["bad-data", () => classWeights([0, 0.5]), "whole numbers from 0 up, got 0.5 in row 1."],
    ["bad-data", () => classWeights([0, -1]), "whole numbers from 0 up, got -1 in row 1."],
    ["bad-data", () => classWeights([[0.5, 0.5]]), "got [0.5, 0.5] in row 0."],
    ["bad-data", () => classWeights([[1, 1]]), "got [1, 1] in row 0."],
    ["bad-data", () => classWeights([[[1]]]), "got [1, 1, 1]."],
    ["bad-data", () => classWeights([Number.NaN]), "every number should be finite"],
    ["too-few-rows", () => classWeights([]), "expected at least 1 row, got 0."],
  ] as const)("refuses with %s what it cannot weigh", (code, make, message) => {
    expect(make).toThrow(message);
    try {
      make();
    } catch (error) {
      expect((error as NeuriteError).code).toBe(code);
    }
  });

  it("trains as if the heavy rows were there more often", async () => {
    const inputs = [
      [0.5, -1],
      [2, 0.25],
      [-0.75, 1],
    ];
    const targets = [[1], [0], [0]];
    const network = sequential([dense({ units: 1 })]);
    const options = {
      loss: binaryCrossEntropy({ fromLogits: true }),
      optimizer: sgd(),
      learningRate: 0.5,
      epochs: 20,
      seed: 1,
      dtype: "float64",
      shuffle: false,
    } as const;
    const weights = classWeights(targets, [1, 3]);
    const weighted = await fit(network, { inputs, targets, weights }, { ...options, batchSize: 3 });
    const often = [0, 0, 0, 1, 2];
    const repeated = await fit(
      network,
      { inputs: often.map((i) => inputs[i] as number[]), targets: often.map((i) => targets[i] as number[]) },
      { ...options, batchSize: 5 },
    );
    const [a, b] = [weighted, repeated].map(({ model }) => [...model.predict(inputs).data]);
    a?.forEach((x, i) => {
      expect(x).toBeCloseTo(b?.[i] as number, 12);
    });
    expect(weighted.history.epochs.at(-1)?.loss).toBeCloseTo(repeated.history.epochs.at(-1)?.loss as number, 12);
  });

  it("gives PyTorch's weighted mean as row weights", () => {
    const logits = [
      [2, 1, -1],
      [0.5, -2, 1],
      [0, 0, 3],
      [-1, 4, 0.25],
    ];
    const targets = value([0, 2, 1, 1], { dtype: "int32" });
    const model = createModel(sequential([dense({ units: 3, useBias: false })]), {
      inputs: [3],
      dtype: "float64",
      weights: new Map([["0/dense/weights", value([1, 0, 0, 0, 1, 0, 0, 0, 1], { dtype: "float64", shape: [3, 3] })]]),
    });
    const weights = classWeights(targets, [0.2, 1, 3]);
    const loss = categoricalCrossEntropy({ fromLogits: true });
    // PyTorch 1.13, cross_entropy with weight [0.2, 1, 3] and reduction "mean"
    expect(model.evaluate({ inputs: logits, targets, weights }, { loss }).loss).toBeCloseTo(0.9054467545626085, 14);
  });
});
