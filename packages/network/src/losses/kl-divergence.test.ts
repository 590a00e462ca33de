import { constant } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { klDivergence } from "./kl-divergence";
import { perRow, slope, wide } from "./per-row";

const logits = wide([
  [2, 1, -1],
  [1000, 0, -1000],
  [0, 0, 0],
  [-3, 4, 0.5],
]);
const target = wide([
  [0.7, 0.2, 0.1],
  [0, 0, 1],
  [0.3, 0.3, 0.4],
  [0, 1, 0],
]);

describe("klDivergence", () => {
  it.each(["softmax", "logSoftmax"] as const)(
    "agrees with PyTorch's kl_div of a log_softmax after %s",
    (activation) => {
      // PyTorch 1.13, reduction "none", summed over the classes, and the gradient of the sum
      const losses = [0.047193664224849, 2000, 0.009712313322886135, 0.03063517942697495];
      const slopes = [
        [0.0053845126982411725, 0.059496460342419094, -0.06488097304066028, 1, 0, -1, 1 / 30, 1 / 30, -1 / 15],
        [0.0008843698686108626, -0.030170677766308995, 0.029286307897698052],
      ].flat();
      perRow(klDivergence(), logits[activation](), target).forEach((x, i) => {
        expect(x).toBeCloseTo(losses[i] as number, 14);
      });
      slope(klDivergence(), logits[activation](), target, logits).forEach((x, i) => {
        expect(x).toBeCloseTo(slopes[i] as number, 14);
      });
    },
  );

  it("takes logarithms of probabilities as they stand, as kl_div does", () => {
    const logs = wide([
      [-0.5, -1.5, -2],
      [-3, -0.25, -1],
    ]);
    const part = wide([
      [0.7, 0.2, 0.1],
      [0, 0, 1],
    ]);
    const loss = klDivergence({ fromLogProbabilities: true });
    expect(perRow(loss, logs, part)).toEqual([expect.closeTo(0.048181447456662696, 15), 1]);
    expect(slope(loss, logs, part)).toEqual([-0.7, -0.2, -0.1, -0, -0, -1]);
  });

  it("is 0 where both are the same, certain or not", () => {
    const same = [
      [0.25, 0.75],
      [1, 0],
    ];
    expect(perRow(klDivergence(), wide(same), wide(same))).toEqual([0, 0]);
    expect(
      perRow(
        klDivergence(),
        wide(same),
        constant(
          [
            [0, 1],
            [1, 0],
          ],
          "int32",
        ),
      )[1],
    ).toBe(0);
  });

  it("refuses what are no probabilities", () => {
    const weights = wide([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    const dense = logits.matmul(weights).add(logits);
    expect(() => klDivergence().apply(logits.sigmoid(), target)).toThrow("should sum to 1, got those of a sigmoid");
    expect(() => klDivergence().apply(dense, target)).toThrow(
      "Give the last layer the activation softmax, or logSoftmax.",
    );
    expect(() => klDivergence({ fromLogProbabilities: true }).apply(logits.softmax(), target)).toThrow(
      '"fromLogProbabilities" is true, but the last layer has the activation softmax.',
    );
    expect(() => klDivergence().apply(wide([[0.5, 0.5]]), wide([[1.5, -0.5]]))).toThrow(
      "klDivergence: the targets should be one-hot or probabilities from 0 to 1, got 1.5 in row 0.",
    );
  });
});
