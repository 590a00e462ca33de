import { constant, input } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { binaryCrossEntropy } from "./binary-cross-entropy";
import { perRow, slope, wide } from "./per-row";

// PyTorch 2.13.0, binary_cross_entropy_with_logits in float64: the case "none", and the gradient of the case "sum"
const logits = [0.3, -2, 40, -40, 800, -800, 0, 1.5];
const targets = [1, 0, 1, 0, 0, 1, 0.5, 0.25];
const losses = [
  0.5543552444685271,
  0.1269280110429727,
  4.248354255291589e-18,
  0,
  800,
  800,
  Math.LN2,
  1.3264132779827524,
];
const slopes = [-0.42555748318834097, 0.11920292202211755, 0, 4.248354255291589e-18, 1, -1, 0, 0.5675744761936437];

describe("binaryCrossEntropy", () => {
  it("agrees with PyTorch from logits, told so", () => {
    const z = wide(logits);
    const loss = binaryCrossEntropy({ fromLogits: true });
    perRow(loss, z, wide(targets)).forEach((x, i) => {
      expect(x).toBeCloseTo(losses[i] as number, 14);
    });
    slope(loss, z, wide(targets)).forEach((x, i) => {
      expect(x).toBeCloseTo(slopes[i] as number, 14);
    });
  });

  it("works from what went into a sigmoid, so that certainty costs what it should", () => {
    const z = wide(logits);
    expect(perRow(binaryCrossEntropy(), z.sigmoid(), wide(targets))[4]).toBe(800);
    expect(slope(binaryCrossEntropy(), z.sigmoid(), wide(targets), z)[4]).toBe(1);
  });

  it("finds the sigmoid through a change of shape", () => {
    const z = wide([[800], [-800]]);
    expect(perRow(binaryCrossEntropy(), z.sigmoid().reshape([2]), wide([0, 1]))).toEqual([800, 800]);
  });

  it("keeps the tiny loss of a row that is right with certainty", () => {
    // log1p(e⁻⁴⁰) = e⁻⁴⁰, which log(1 + e⁻⁴⁰) loses
    expect(perRow(binaryCrossEntropy(), wide([40]).sigmoid(), wide([1]))[0]).toBeCloseTo(4.248354255291589e-18, 30);
  });

  it("pulls by ½ - y at the logit 0, where a new network starts", () => {
    const z = wide([0, 0]);
    expect(slope(binaryCrossEntropy(), z.sigmoid(), wide([0, 1]), z)).toEqual([0.5, -0.5]);
  });

  it("takes the mean over several labels of a row", () => {
    // -(log ½ + log ¼) / 2 = 1.5 log 2
    expect(perRow(binaryCrossEntropy(), wide([[0.5, 0.75]]), wide([[1, 0]]))[0]).toBeCloseTo(1.0397207708399179, 15);
  });

  it("bounds the loss of probabilities that come from elsewhere, but not what they learn from it", () => {
    const p = constant([0, 1]);
    const [first, second] = perRow(binaryCrossEntropy(), p, constant([1, 0]));
    expect(first).toBeCloseTo(15.942385, 5); // 23 log 2
    expect(second).toBeCloseTo(15.942385, 5);
    expect(slope(binaryCrossEntropy(), p, constant([1, 0]))).toEqual([-(2 ** 23), 2 ** 23]);
  });

  it("costs nothing to be right with certainty", () => {
    expect(perRow(binaryCrossEntropy(), constant([1, 0]), constant([1, 0], "int32"))).toEqual([0, 0]);
  });

  it("never looks at the graph under fromLogits: false", () => {
    const loss = binaryCrossEntropy({ fromLogits: false });
    expect(perRow(loss, wide([800]).sigmoid(), wide([0]))[0]).toBeCloseTo(36.04365338911715, 12); // 52 log 2
  });

  it("refuses a last layer without an activation", () => {
    const sums = wide([[1, 2]])
      .matmul(wide([[1], [1]]))
      .add(wide([3]));
    expect(() => binaryCrossEntropy().apply(sums, wide([1]))).toThrow(
      "binaryCrossEntropy: the prediction should be probabilities, got the sums of a layer without an activation.",
    );
    expect(perRow(binaryCrossEntropy({ fromLogits: true }), sums, wide([1]))[0]).toBeCloseTo(0.00247568513773, 12); // log(1 + e⁻⁶)
  });

  it("refuses a sigmoid under fromLogits: true", () => {
    const loss = binaryCrossEntropy({ fromLogits: true });
    expect(() => loss.apply(wide([1]).sigmoid(), wide([1]))).toThrow(
      'binaryCrossEntropy: "fromLogits" is true, but the last layer has the activation sigmoid already.',
    );
  });

  it("refuses targets of another shape", () => {
    const prediction = input("prediction", { shape: [5, 2], dtype: "float32" }).sigmoid();
    const target = input("target", { shape: [5], dtype: "float32" });
    expect(() => binaryCrossEntropy().apply(prediction, target)).toThrow("[rows, 2], got [rows].");
  });

  it("weighs each column's yes as PyTorch's pos_weight does", () => {
    // PyTorch 1.13, pos_weight [3, 0.5], reduction "none", the mean over columns and its gradient
    const z = wide([
      [0.3, -2],
      [40, -1.5],
      [1000, -1000],
      [0, 0],
    ]);
    const target = wide([
      [1, 0],
      [0, 1],
      [0, 1],
      [0.25, 1],
    ]);
    const losses = [0.8949968722242769, 20.425353319495688, 750, Math.LN2];
    const slopes = [-0.6383362247825115, 0.05960146101105877, 0.5, -0.2043936190484109, 0.5, -0.25, 0, -0.125];
    for (const [loss, prediction] of [
      [binaryCrossEntropy({ positiveWeight: [3, 0.5] }), z.sigmoid()],
      [binaryCrossEntropy({ positiveWeight: [3, 0.5], fromLogits: true }), z],
    ] as const) {
      perRow(loss, prediction, target).forEach((x, i) => {
        expect(x).toBeCloseTo(losses[i] as number, 12);
      });
      slope(loss, prediction, target, z).forEach((x, i) => {
        expect(x).toBeCloseTo(slopes[i] as number, 14);
      });
    }
    // -3 log ½ and -log ½
    const plain = perRow(binaryCrossEntropy({ positiveWeight: 3 }), wide([0.5, 0.5]), wide([1, 0]));
    expect(plain).toEqual([2.0794415416798357, Math.LN2].map((x) => expect.closeTo(x, 14)));
  });

  it("moves targets towards one half, told so", () => {
    // PyTorch 1.13, of the targets 0.8 y + 0.1
    const z = wide([
      [0.3, -2],
      [1000, -1000],
    ]);
    const target = wide([
      [1, 0],
      [0, 1],
    ]);
    const loss = binaryCrossEntropy({ labelSmoothing: 0.2 });
    expect(perRow(loss, z.sigmoid(), target)).toEqual([0.4556416277557498, 900].map((x) => expect.closeTo(x, 12)));
    expect(slope(loss, z.sigmoid(), target, z)).toEqual(
      [-0.1627787415941705, 0.00960146101105877, 0.45, -0.45].map((x) => expect.closeTo(x, 14)),
    );
  });

  it("refuses options out of range, weights that do not fit and targets outside 0 to 1", () => {
    expect(() => binaryCrossEntropy({ positiveWeight: 0 })).toThrow(
      '"positiveWeight" should be a number above 0, got 0.',
    );
    expect(() => binaryCrossEntropy({ labelSmoothing: 2 })).toThrow(
      '"labelSmoothing" should be a number from 0 to 1, got 2.',
    );
    expect(() => binaryCrossEntropy({ positiveWeight: [1, 2, 3] }).apply(wide([[0.5, 0.5]]), wide([[0, 1]]))).toThrow(
      '"positiveWeight" should have one number for each column of the prediction, 2, got 3',
    );
    expect(() => binaryCrossEntropy().apply(wide([0.5, 0.5]), wide([1, -1]))).toThrow(
      "binaryCrossEntropy: the targets should be from 0 to 1, got -1 in row 1. Code no as 0 and yes as 1.",
    );
  });
});
