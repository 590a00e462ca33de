import { constant, NeuriteError } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { meanSquaredError } from "./mean-squared-error";
import { perRow, slope, wide } from "./per-row";

describe("meanSquaredError", () => {
  it("gives one number for each row, the mean over its columns", () => {
    // (1² + 3²) / 2, (0 + 2²) / 2
    expect(
      perRow(
        meanSquaredError,
        wide([
          [1, 3],
          [5, 5],
        ]),
        wide([
          [2, 0],
          [5, 3],
        ]),
      ),
    ).toEqual([5, 2]);
  });

  it("takes the mean over every axis but the first", () => {
    const prediction = constant(
      [
        [[1], [2]],
        [[3], [4]],
      ],
      "float64",
    );
    expect(perRow(meanSquaredError, prediction, prediction.mul(0))).toEqual([2.5, 12.5]); // (1 + 4) / 2, (9 + 16) / 2
  });

  it("agrees with PyTorch's mse_loss", () => {
    // two rows of the case "none" and of the gradient of the case "sum", PyTorch 2.13.0, float64; a mean over two columns halves the latter
    const prediction = wide([
      [0.6176886469155668, -0.37540027520756153],
      [0.5344476748972119, -0.4454532176807135],
    ]);
    const target = wide([
      [-1.0086631102907375, 0.5442731149792582],
      [-0.5371054127385548, -0.5360779821632575],
    ]);
    const [first, second] = perRow(meanSquaredError, prediction, target);
    expect(first).toBeCloseTo((2.645020038168034 + 0.8457991446177183) / 2, 14);
    expect(second).toBeCloseTo((1.1482260196217453 + 0.008212847937516574) / 2, 14);
    const [g] = slope(meanSquaredError, prediction, target);
    expect(g).toBeCloseTo(3.252703514412609 / 2, 14);
  });

  it.each([
    ["a prediction with a column and targets without", [[1], [3]], [2, 5]],
    ["a prediction without and targets with a column", [1, 3], [[2], [5]]],
    ["neither with a column", [1, 3], [2, 5]],
  ] as const)("compares row by row for %s", (_, prediction, target) => {
    expect(perRow(meanSquaredError, wide(prediction), wide(target))).toEqual([1, 4]);
  });

  it("takes whole numbers as targets", () => {
    expect(perRow(meanSquaredError, constant([[1], [3]]), constant([2, 5], "int32"))).toEqual([1, 4]);
  });

  it.each([
    [
      [
        [1, 2],
        [3, 4],
      ],
      [1, 2],
      "[rows, 2], got [rows]",
    ],
    [
      [[1], [2]],
      [
        [1, 2],
        [3, 4],
      ],
      "[rows, 1], got [rows, 2]",
    ],
    [[[1], [2]], [[1], [2], [3]], "[2, 1], got [3, 1]"],
  ])("refuses %j against %j", (prediction, target, shapes) => {
    const apply = () => meanSquaredError.apply(constant(prediction), constant(target));
    expect(apply).toThrow(NeuriteError);
    expect(apply).toThrow(`meanSquaredError: the targets should have the shape of the prediction, ${shapes}.`);
  });
});
