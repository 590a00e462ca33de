// The numbers are those of scikit-learn 1.2, sklearn.metrics, of the rows in scored-rows.ts.
import type { Metric } from "@neurite/plugin";
import { value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { balancedAccuracy } from "./balanced-accuracy";
import type { Average } from "./class-score";
import { confusionMatrix } from "./confusion-matrix";
import { f1 } from "./f1";
import { precision } from "./precision";
import { recall } from "./recall";
import { indices, many, manyOfThree, noRows, oneHotOf, ten, tenOfThree, wide } from "./scored-rows";
import { topKAccuracy } from "./top-k-accuracy";

type Rows = typeof ten;
const score = (metric: Metric, { prediction, target }: Rows) => metric.compute(prediction, target);
/** Rows of which classes were said, and which they are. */
const rowsOf = (said: readonly number[], own: readonly number[]): Rows => ({
  prediction: oneHotOf(indices(said), 3),
  target: indices(own),
});

describe("precision, recall and f1 of yes or no", () => {
  it.each([
    [0.5, 2 / 3, 0.4, 0.5],
    [0.3, 0.7142857142857143, 1, 0.8333333333333334],
  ])("are those of scikit-learn at the threshold %d", (threshold, p, r, f) => {
    expect(score(precision({ threshold }), ten)).toBe(p);
    expect(score(recall({ threshold }), ten)).toBe(r);
    expect(score(f1({ threshold }), ten)).toBe(f);
  });

  it("are those of scikit-learn for a thousand rows", () => {
    expect(score(precision(), many)).toBe(0.7454545454545455);
    expect(score(recall(), many)).toBe(0.7639751552795031);
    expect(score(f1(), many)).toBeCloseTo(0.7546012269938651, 15);
  });

  it("takes a column for none, and logits with a threshold of 0", () => {
    const logits = value([[2], [-1], [0.25], [0]]);
    expect(precision({ threshold: 0 }).compute(logits, value([[1], [0], [0], [1]]))).toBe(0.5);
    expect(recall({ threshold: 0 }).compute(logits, indices([1, 0, 0, 1]))).toBe(0.5);
  });

  it("are null where they would be 0/0", () => {
    const [silent, no] = [wide([0.1, 0.2]), indices([0, 0])];
    expect(precision().compute(silent, indices([0, 1]))).toBeNull();
    expect(recall().compute(silent, indices([0, 1]))).toBe(0);
    expect(f1().compute(silent, indices([0, 1]))).toBe(0);
    expect(precision().compute(wide([0.1, 0.9]), no)).toBe(0);
    expect(recall().compute(wide([0.1, 0.9]), no)).toBeNull();
    expect(f1().compute(wide([0.1, 0.9]), no)).toBe(0);
    for (const metric of [precision(), recall(), f1()]) expect(metric.compute(silent, no)).toBeNull();
  });
});

describe("precision, recall and f1 of several classes", () => {
  it.each<[Average, number, number, number]>([
    ["macro", 0.611111111111111, 0.611111111111111, 0.6031746031746033],
    ["micro", 0.6, 0.6, 0.6],
    ["weighted", 0.6166666666666666, 0.6, 0.6],
  ])("are those of scikit-learn, %s", (average, p, r, f) => {
    for (const target of [tenOfThree.target, oneHotOf(tenOfThree.target, 3)]) {
      expect(score(precision({ average }), { ...tenOfThree, target })).toBeCloseTo(p, 15);
      expect(score(recall({ average }), { ...tenOfThree, target })).toBeCloseTo(r, 15);
      expect(score(f1({ average }), { ...tenOfThree, target })).toBeCloseTo(f, 15);
    }
  });

  it.each<[Average, number, number, number]>([
    ["macro", 0.1960964359988272, 0.16212136402147548, 0.17611268703858493],
    ["micro", 0.198, 0.198, 0.198],
    ["weighted", 0.24720078212854826, 0.198, 0.21864552698533346],
  ])("are those of scikit-learn for a thousand rows, %s", (average, p, r, f) => {
    expect(score(precision({ average }), manyOfThree)).toBeCloseTo(p, 15);
    expect(score(recall({ average }), manyOfThree)).toBeCloseTo(r, 15);
    expect(score(f1({ average }), manyOfThree)).toBeCloseTo(f, 15);
  });

  it.each<[Average, number, number, number]>([
    ["macro", 0.5, 0.5, 0.4444444444444444],
    ["micro", 0.6, 0.6, 0.6],
    ["weighted", 0.6, 0.6, 0.5333333333333333],
  ])("count a class that was never said as 0, as scikit-learn, %s", (average, p, r, f) => {
    const rows = rowsOf([0, 1, 1, 1, 1], [0, 0, 1, 1, 2]);
    expect(score(precision({ average }), rows)).toBeCloseTo(p, 15);
    expect(score(recall({ average }), rows)).toBeCloseTo(r, 15);
    expect(score(f1({ average }), rows)).toBeCloseTo(f, 15);
  });

  it.each<[Average, number, number, number]>([
    ["macro", 0.5, 0.27777777777777773, 0.3333333333333333],
    ["micro", 0.4, 0.4, 0.4],
    ["weighted", 0.8, 0.4, 0.5],
  ])("count a class that is never true as 0, as scikit-learn, %s", (average, p, r, f) => {
    const rows = rowsOf([0, 1, 1, 2, 2], [0, 0, 1, 1, 0]);
    expect(score(precision({ average }), rows)).toBeCloseTo(p, 15);
    expect(score(recall({ average }), rows)).toBeCloseTo(r, 15);
    expect(score(f1({ average }), rows)).toBeCloseTo(f, 15);
  });

  it("leave out a class that is neither said nor true, and count one without a column", () => {
    expect(score(recall(), rowsOf([0, 1], [0, 1]))).toBe(1);
    expect(score(recall(), rowsOf([0, 1, 1], [0, 1, 7]))).toBe(2 / 3);
    expect(score(precision(), rowsOf([0, 1, 1], [0, 1, 7]))).toBe(0.5); // 1, ½ and 0
  });

  it("refuse another average, and a threshold that is not finite", () => {
    expect(() => f1({ average: "binary" as Average })).toThrow(
      'f1: "average" should be "macro", "micro" or "weighted", got "binary". Pass one of the three.',
    );
    expect(() => recall({ threshold: Number.NaN })).toThrow('recall: "threshold" should be a finite number, got NaN.');
  });
});

describe("balancedAccuracy", () => {
  it("is that of scikit-learn", () => {
    expect(score(balancedAccuracy, ten)).toBeCloseTo(0.6, 15);
    expect(score(balancedAccuracy, many)).toBeCloseTo(0.7601307111020339, 15);
    expect(score(balancedAccuracy, tenOfThree)).toBeCloseTo(0.611111111111111, 15);
    expect(score(balancedAccuracy, manyOfThree)).toBeCloseTo(0.16212136402147548, 15);
    expect(score(balancedAccuracy, rowsOf([0, 1, 1, 2, 2], [0, 0, 1, 1, 0]))).toBeCloseTo(0.41666666666666663, 15);
    expect(score(balancedAccuracy, rowsOf([0, 1, 1, 1, 1], [0, 0, 1, 1, 2]))).toBe(0.5);
  });

  it("is the recall of the only class", () => {
    expect(balancedAccuracy.compute(wide([0.9, 0.2]), indices([1, 1]))).toBe(0.5);
  });
});

describe("topKAccuracy", () => {
  it("is that of scikit-learn where nothing is tied", () => {
    // random rows of four columns, top_k_accuracy_score with k = 1, 2, 3
    const prediction = value([
      [0.549, 0.715, 0.603, 0.545],
      [0.424, 0.646, 0.438, 0.892],
      [0.964, 0.383, 0.792, 0.529],
      [0.568, 0.926, 0.071, 0.087],
      [0.02, 0.833, 0.778, 0.87],
      [0.979, 0.799, 0.461, 0.781],
    ]);
    const target = indices([0, 1, 2, 3, 1, 2]);
    const scores = [1, 2, 3, 4, 9].map((k) => topKAccuracy({ k }).compute(prediction, target));
    expect(scores).toEqual([0, 0.5, 5 / 6, 1, 1]);
    expect(score(topKAccuracy({ k: 2 }), manyOfThree)).toBe(0.492);
    expect(score(topKAccuracy({ k: 1 }), manyOfThree)).toBe(0.198);
  });

  it("takes the first of equals, as accuracy does", () => {
    const tied = value([
      [0.4, 0.4, 0.2],
      [0.4, 0.2, 0.4],
    ]);
    expect(topKAccuracy({ k: 1 }).compute(tied, indices([0, 2]))).toBe(0.5);
    expect(topKAccuracy({ k: 2 }).compute(tied, oneHotOf(indices([1, 1]), 3))).toBe(0.5);
  });

  it("misses an index outside the classes, and knows two classes of a single column", () => {
    expect(topKAccuracy().compute(tenOfThree.prediction, indices([0, 1, 2, 0, 1, 2, 0, 1, -1, 3]))).toBe(0.8);
    expect(topKAccuracy({ k: 1 }).compute(wide([0.9, 0.8]), indices([1, 0]))).toBe(0.5);
    expect(topKAccuracy({ k: 2 }).compute(wide([0.9, 0.8]), indices([1, 0]))).toBe(1);
  });

  it("refuses to guess less than once", () => {
    expect(() => topKAccuracy({ k: 0 })).toThrow('topKAccuracy: "k" should be a whole number above 0, got 0.');
  });
});

describe("confusionMatrix", () => {
  it("is that of scikit-learn: rows are the truth", () => {
    const half = confusionMatrix(ten.prediction, ten.target);
    expect(half).toEqual({
      classes: [0, 1],
      counts: [
        [4, 1],
        [3, 2],
      ],
    });
    expect(confusionMatrix(ten.prediction, ten.target, { threshold: 0.3 }).counts).toEqual([
      [3, 2],
      [0, 5],
    ]);
    expect(confusionMatrix(many.prediction, many.target).counts).toEqual([
      [391, 126],
      [114, 369],
    ]);
    expect(confusionMatrix(tenOfThree.prediction, oneHotOf(tenOfThree.target, 3))).toEqual({
      classes: [0, 1, 2],
      counts: [
        [2, 0, 1],
        [1, 2, 0],
        [1, 1, 2],
      ],
    });
    expect(confusionMatrix(manyOfThree.prediction, manyOfThree.target).counts).toEqual([
      [12, 154, 131],
      [165, 166, 123],
      [206, 23, 20],
    ]);
  });

  it("counts nothing without rows", () => {
    const none = [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ];
    expect(confusionMatrix(noRows, indices([])).counts).toEqual(none);
  });

  it("refuses what is no class", () => {
    expect(() => confusionMatrix(tenOfThree.prediction, indices([0, 1, 2, 2, 1, 0, 2, 1, 0, 3]))).toThrow(
      "confusionMatrix: the targets should be classes from 0 to 2, got 3 in row 9.",
    );
    expect(() => confusionMatrix(wide([Number.NaN]), indices([1]))).toThrow(
      "confusionMatrix: predictions and targets should be numbers, got NaN.",
    );
  });
});

describe("every score of classes", () => {
  it.each([precision(), recall(), f1(), balancedAccuracy, topKAccuracy()])(
    "$kind is null for no rows and for NaN",
    (metric) => {
      expect(metric.compute(noRows, indices([]))).toBeNull();
      expect(metric.compute(wide([]), wide([]))).toBeNull();
      expect(metric.compute(wide([Number.NaN, 1]), wide([1, 0]))).toBeNull();
      expect(metric.compute(wide([0.5, 1]), wide([1, Number.NaN]))).toBeNull();
      expect(metric.compute(value([[1, Number.NaN]]), indices([0]))).toBeNull();
    },
  );

  it.each([precision(), recall(), f1(), balancedAccuracy, topKAccuracy()])(
    "$kind refuses targets of other rows",
    (metric) => {
      expect(() => metric.compute(tenOfThree.prediction, indices([0, 1]))).toThrow(
        `${metric.kind}: the targets should be one-hot like the prediction, or one class for each row, got predictions [10, 3] and targets [2].`,
      );
    },
  );
});
