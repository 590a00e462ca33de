import { constant, evaluate, input, value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { categoricalCrossEntropy } from "./categorical-cross-entropy";
import { perRow, slope, wide } from "./per-row";

// PyTorch 2.13.0, cross_entropy in float64: the case "none", and the gradient of the case "sum"
const logits = wide([
  [2, 1, -1],
  [1000, 0, -1000],
  [0, 0, 0],
  [-3, 4, 0.5],
]);
const indices = constant([0, 2, 1, 1], "int32");
const losses = [0.34901221676818633, 2000, 1.0986122886681098, 0.03063517942697495];
const slopes = [
  [-0.2946154873017588, 0.25949646034241913, 0.03511902695933973, 1, 0, -1],
  [1 / 3, -2 / 3, 1 / 3, 0.0008843698686108626, -0.030170677766308995, 0.029286307897698052],
].flat();

describe("categoricalCrossEntropy", () => {
  it("agrees with PyTorch from logits, told so", () => {
    const loss = categoricalCrossEntropy({ fromLogits: true });
    perRow(loss, logits, indices).forEach((x, i) => {
      expect(x).toBeCloseTo(losses[i] as number, 12);
    });
    slope(loss, logits, indices).forEach((x, i) => {
      expect(x).toBeCloseTo(slopes[i] as number, 14);
    });
  });

  it.each(["softmax", "logSoftmax"] as const)("recognises %s and works from what went into it", (activation) => {
    const prediction = logits[activation]();
    expect(perRow(categoricalCrossEntropy(), prediction, indices)[1]).toBe(2000);
    expect(slope(categoricalCrossEntropy(), prediction, indices, logits)[3]).toBe(1);
  });

  it("takes one-hot targets, probabilities and indices with or without a column", () => {
    const prediction = wide([[0.5, 0.25, 0.25]]);
    const cost = (target: Parameters<typeof perRow>[2]) => perRow(categoricalCrossEntropy(), prediction, target)[0];
    expect(cost(wide([[0, 1, 0]]))).toBeCloseTo(1.3862943611198906, 15); // 2 log 2
    expect(cost(wide([[0.5, 0.5, 0]]))).toBeCloseTo(1.0397207708399179, 15); // 1.5 log 2
    expect(cost(constant([[0, 1, 0]], "int32"))).toBeCloseTo(1.3862943611198906, 15);
    expect(cost(constant([1], "int32"))).toBeCloseTo(1.3862943611198906, 15);
    expect(cost(constant([[1]], "int32"))).toBeCloseTo(1.3862943611198906, 15);
  });

  it("costs nothing to be right with certainty", () => {
    expect(perRow(categoricalCrossEntropy(), wide([[1, 0]]), constant([0], "int32"))).toEqual([0]);
    expect(perRow(categoricalCrossEntropy(), wide([[800, 0]]).softmax(), wide([[1, 0]]))).toEqual([0]);
  });

  it("agrees with PyTorch on soft targets", () => {
    const target = wide([
      [0.7, 0.2, 0.1],
      [0, 0, 1],
      [0.3, 0.3, 0.4],
      [0, 1, 0],
    ]);
    const mean = perRow(categoricalCrossEntropy(), logits.softmax(), target).reduce((a, b) => a + b) / 4;
    expect(mean).toBeCloseTo(500.49456492121584, 10); // the case "soft_targets"
  });

  it("takes the mean over places between rows and classes", () => {
    const prediction = constant(
      [
        [
          [0.5, 0.5],
          [0.25, 0.75],
        ],
      ],
      "float64",
    );
    const [first] = perRow(categoricalCrossEntropy(), prediction, constant([[0, 0]], "int32"));
    expect(first).toBeCloseTo(1.0397207708399179, 15); // (log 2 + 2 log 2) / 2
  });

  it("does not take a softmax along another axis for one over the classes", () => {
    const prediction = wide([
      [800, 0],
      [0, 800],
    ]).softmax(0);
    // probability 0 counts as 2⁻⁵²
    expect(perRow(categoricalCrossEntropy(), prediction, constant([1, 0], "int32"))[0]).toBeCloseTo(
      36.04365338911715,
      12,
    );
  });

  it("refuses an index outside the classes", () => {
    const prediction = wide([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    expect(() => categoricalCrossEntropy().apply(prediction, constant([1, 2], "int32"))).toThrow(
      "categoricalCrossEntropy: the classes' indices should be from 0 to 1, got 2 at index 1.",
    );
  });

  it("gives NaN for an index outside the classes that comes later, which stops a training", () => {
    const target = input("target", { shape: [2], dtype: "int32" });
    const rows = categoricalCrossEntropy().apply(
      wide([
        [0.5, 0.5],
        [0.5, 0.5],
      ]),
      target,
    );
    const [result] = evaluate([rows], new Map([[target, value([1, 2], { dtype: "int32" })]]));
    expect(result.data[0]).toBeCloseTo(Math.LN2, 15);
    expect(result.data[1]).toBeNaN();
  });

  it.each([
    ["broken indices", [0, 1], "got float64 [rows]. Make the indices int32"],
    [
      "too few columns",
      [
        [0, 1],
        [1, 0],
      ],
      "as int32 [rows], got [rows, 2]. Bring one target for each row",
    ],
  ])("refuses %s", (_, target, message) => {
    const prediction = wide([
      [0.2, 0.3, 0.5],
      [0.2, 0.3, 0.5],
    ]);
    expect(() => categoricalCrossEntropy().apply(prediction, wide(target as number[]))).toThrow(message);
  });

  it("refuses a single column, a sigmoid, a layer without an activation, and a second softmax", () => {
    const loss = categoricalCrossEntropy();
    const z = wide([[1, 2]]);
    const target = wide([[0, 1]]);
    expect(() => loss.apply(wide([[1]]), wide([[1]]))).toThrow("with 2 classes or more, got [rows, 1]");
    expect(() => loss.apply(z.sigmoid(), target)).toThrow("should sum to 1, got those of a sigmoid");
    expect(() =>
      loss.apply(
        z
          .matmul(
            wide([
              [1, 0],
              [0, 1],
            ]),
          )
          .add(z),
        target,
      ),
    ).toThrow("Give the last layer the activation softmax");
    expect(() => categoricalCrossEntropy({ fromLogits: true }).apply(z.softmax(), target)).toThrow(
      "has the activation softmax already",
    );
  });

  // PyTorch 1.13, cross_entropy in float64: reduction "none" and the gradient of the sum
  it.each([
    [
      "labelSmoothing",
      { labelSmoothing: 0.1 },
      indices,
      [0.4823455501015197, 1900, 1.0986122886681098, 0.38063517942697495],
      [-0.22794882063509214, 0.2261631270090858, 0.0017856936260063974, 0.9666666666666667, -0.03333333333333333],
    ],
    [
      "classWeights",
      { classWeights: [0.2, 1, 3] },
      indices,
      [0.06980244335363726, 6000, 1.0986122886681098, 0.03063517942697495],
      [-0.058923097460351764, 0.05189929206848383, 0.007023805391867946, 3, 0, -3],
    ],
    [
      "both",
      { labelSmoothing: 0.1, classWeights: [0.2, 1, 3] },
      indices,
      [0.445017242699153, 5633.333333333333, 1.1425567802148342, 0.4285272532707206],
      [0.039056377396770516, 0.04970553397624079, -0.08876191137301129, 2.8333333333333335, -0.03333333333333333],
    ],
    [
      "both with soft targets",
      { labelSmoothing: 0.1, classWeights: [0.2, 1, 3] },
      wide([
        [0.7, 0.2, 0.1],
        [0, 0, 1],
        [0.3, 0.3, 0.4],
        [0, 1, 0],
      ]),
      [1.5732260805393548, 5633.333333333333, 1.6962573737035616, 0.4285272532707206],
      [0.3723886444252741, -0.027533867728161226, -0.3448547766971128, 2.833333333333333, -0.03333333333333333],
    ],
  ])("agrees with PyTorch under %s", (_, options, target, expected, slopes) => {
    const loss = categoricalCrossEntropy(options);
    perRow(loss, logits.softmax(), target).forEach((x, i) => {
      expect(x).toBeCloseTo(expected[i] as number, 11);
    });
    const got = slope(loss, logits.softmax(), target, logits);
    slopes.forEach((x, i) => {
      expect(got[i]).toBeCloseTo(x, 14);
    });
  });

  it("refuses weights that do not fit, and a smoothing out of range", () => {
    expect(() => categoricalCrossEntropy({ labelSmoothing: -0.1 })).toThrow(
      '"labelSmoothing" should be a number from 0 to 1, got -0.1.',
    );
    expect(() => categoricalCrossEntropy({ classWeights: [1, -2] })).toThrow(
      '"classWeights[1]" should be a number from 0 up, got -2.',
    );
    expect(() => categoricalCrossEntropy({ classWeights: [1, 2] }).apply(logits.softmax(), indices)).toThrow(
      '"classWeights" should have one number for each column of the prediction, 3, got 2',
    );
  });

  it("refuses shares outside 0 to 1", () => {
    expect(() => categoricalCrossEntropy().apply(wide([[0.5, 0.5]]), wide([[-1, 1]]))).toThrow(
      "categoricalCrossEntropy: the targets should be one-hot or probabilities from 0 to 1, got -1 in row 0.",
    );
  });
});
