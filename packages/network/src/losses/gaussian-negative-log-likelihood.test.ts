import { describe, expect, it } from "vitest";
import { gaussianNegativeLogLikelihood } from "./gaussian-negative-log-likelihood";
import { perRow, slope, wide } from "./per-row";

describe("gaussianNegativeLogLikelihood", () => {
  it("agrees with PyTorch's gaussian_nll_loss, below its least variance too", () => {
    // PyTorch 1.13, reduction "none", and the gradient of the sum by mean and variance
    const prediction = wide([
      [1, 0.5],
      [2, 0],
      [-1, 3],
      [0, 1e-9],
    ]);
    const target = wide([[1.5], [2], [0.5], [0.001]]);
    const losses = [-0.09657359027997264, -6.907755278982137, 0.9243061443340549, -6.407755278982137];
    const slopes = [-1, 0.5, 0, 500000, -0.5, 0.04166666666666666, -1000, 0];
    perRow(gaussianNegativeLogLikelihood(), prediction, target).forEach((x, i) => {
      expect(x).toBeCloseTo(losses[i] as number, 14);
    });
    slope(gaussianNegativeLogLikelihood(), prediction, target).forEach((x, i) => {
      expect(x).toBeCloseTo(slopes[i] as number, 8);
    });
    // full=True
    expect(perRow(gaussianNegativeLogLikelihood({ full: true }), wide([[1, 0.5]]), wide([1.5]))[0]).toBeCloseTo(
      0.8223649429247,
      14,
    );
  });

  it("takes logarithms of variances, however far off", () => {
    const loss = gaussianNegativeLogLikelihood({ fromLogVariance: true });
    // ½ (log ½ + 0.5² / ½)
    expect(perRow(loss, wide([[1, -Math.LN2]]), wide([1.5]))[0]).toBeCloseTo(-0.09657359027997264, 15);
    const far = wide([
      [1, -1000],
      [1, 1000],
      [1, -1000],
    ]);
    // ½ log 1e-6, ½ · 1000, ½ (log 1e-6 + 1e6)
    expect(perRow(loss, far, wide([1, 1, 2]))).toEqual(
      [-6.907755278982137, 500, 499993.092244721].map((x) => expect.closeTo(x, 8)),
    );
    expect(slope(loss, far, wide([1, 1, 2])).every(Number.isFinite)).toBe(true);
  });

  it("has n means, then n variances for n targets", () => {
    const [cost] = perRow(gaussianNegativeLogLikelihood(), wide([[1, 2, 1, 4]]), wide([[3, 2]]));
    expect(cost).toBeCloseTo((2 + Math.LN2) / 2, 15); // ½ (0 + 2²) and ½ log 4, halved
  });

  it("gives NaN for a variance below 0", () => {
    expect(perRow(gaussianNegativeLogLikelihood(), wide([[1, -0.1]]), wide([1]))[0]).toBeNaN();
  });

  it("refuses an epsilon that is not above 0, and shapes that do not fit", () => {
    expect(() => gaussianNegativeLogLikelihood({ epsilon: 0 })).toThrow('"epsilon" should be a number above 0, got 0.');
    const apply = (columns: number[], target: number[]) => () =>
      gaussianNegativeLogLikelihood().apply(wide([columns]), wide([target]));
    expect(apply([1, 1, 1], [1])).toThrow(
      "hold the means, then the variances, an even number of columns, got [rows, 3].",
    );
    expect(apply([1, 1], [1, 1])).toThrow("the targets should have the shape of the means, [rows, 1], got [rows, 2].");
  });
});
