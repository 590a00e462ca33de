import { constant } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { cosineSimilarity } from "./cosine-similarity";
import { perRow, slope, wide } from "./per-row";

describe("cosineSimilarity", () => {
  it("agrees with PyTorch's cosine_similarity", () => {
    // PyTorch 1.13, 1 - cosine_similarity and the gradient of the sum
    const prediction = wide([
      [1, 2, 3],
      [-1, 0.5, 2],
      [4, 0, 0],
    ]);
    const target = wide([
      [2, 4, 6.5],
      [1, 1, -1],
      [-2, 0, 0],
    ]);
    const losses = [0.0007174116713650758, 1.629940788348712, 2];
    const slopes = [
      [0.0036293556476827, 0.0072587112953654, -0.006048926079471134],
      [-0.13198759374925395, -0.3119706761346003, 0.011998872159023066, 0, 0, 0],
    ].flat();
    perRow(cosineSimilarity, prediction, target).forEach((x, i) => {
      expect(x).toBeCloseTo(losses[i] as number, 14);
    });
    slope(cosineSimilarity, prediction, target).forEach((x, i) => {
      expect(x).toBeCloseTo(slopes[i] as number, 14);
    });
  });

  it("keeps the digits of a small angle", () => {
    // 1 - cos(1e-6) = 1e-12 / 2
    const [cost] = perRow(cosineSimilarity, wide([[1, 1e-6]]), wide([[3, 0]]));
    expect((cost as number) / 5e-13).toBeCloseTo(1, 11);
  });

  it("does not change with the size, from the smallest to the largest", () => {
    const sizes = [
      [3e-200, 4e-200],
      [3e200, 4e200],
      [3, 4],
    ];
    const costs = perRow(
      cosineSimilarity,
      wide(sizes),
      wide([
        [1, 0],
        [1, 0],
        [1e-250, 0],
      ]),
    );
    expect(costs.map((x) => x.toFixed(14))).toEqual(["0.40000000000000", "0.40000000000000", "0.40000000000000"]);
    expect(perRow(cosineSimilarity, constant([[3e30, 4e30]]), constant([[1e-30, 0]]))[0]).toBeCloseTo(0.4, 6);
  });

  it("gives zeros the cosine 0 and pulls them towards the target", () => {
    const [prediction, target] = [
      wide([
        [0, 0],
        [3, 4],
        [0, 0],
      ]),
      wide([
        [3, 4],
        [0, 0],
        [0, 0],
      ]),
    ];
    expect(perRow(cosineSimilarity, prediction, target)).toEqual([1, 1, 1].map((x) => expect.closeTo(x, 15)));
    const slopes = slope(cosineSimilarity, prediction, target);
    expect(slopes.slice(0, 2)).toEqual([-0.6, -0.8].map((x) => expect.closeTo(x, 15)));
    expect(slopes.slice(2)).toEqual([0, 0, 0, 0].map((x) => expect.closeTo(x, 15)));
  });

  it("refuses single numbers, which have no direction", () => {
    expect(() => cosineSimilarity.apply(wide([1, 2]), wide([1, 2]))).toThrow(
      "cosineSimilarity: the prediction should be [rows, features] with 2 features or more, got [rows].",
    );
    expect(() => cosineSimilarity.apply(wide([[1], [2]]), wide([[1], [2]]))).toThrow("got [rows, 1]");
  });
});
