import { gradient } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { layerNormalization } from "./layer-normalization";
import { near, numbersOf, traced } from "./run-layer";

describe("layerNormalization", () => {
  it("brings each row to mean 0 and variance 1, then to scale and bias", () => {
    // row [1, 3]: mean 2, variance 1, so -1 and 1 over √(1 + 3) = 2; row [-4, 4]: mean 0, variance 16, so ∓4 / √19
    const tensors = { scale: [2, 10], bias: [0.5, 0] };
    const x = [
      [1, 3],
      [-4, 4],
    ];
    const { y } = traced(layerNormalization({ epsilon: 3 }), [x], { tensors });
    expect(near(numbersOf(y), [-0.5, 5, -8 / Math.sqrt(19) + 0.5, 40 / Math.sqrt(19)])).toBe(true);
  });

  it("does the same while training", () => {
    const both = [true, false].map((training) =>
      numbersOf(
        traced(layerNormalization(), [[[1, 2, 4]]], { training, tensors: { scale: [1, 1, 1], bias: [0, 0, 0] } }).y,
      ),
    );
    expect(both[0]).toEqual(both[1]);
  });

  it("works along the last of several axes", () => {
    const tensors = { scale: [1, 1], bias: [0, 0] };
    const { y } = traced(
      layerNormalization({ epsilon: 1e-12 }),
      [
        [
          [
            [0, 2],
            [5, -5],
          ],
        ],
      ],
      { tensors },
    );
    expect(near(numbersOf(y), [-1, 1, 1, -1], 1e-11)).toBe(true);
  });

  it("takes several of the last axes together, as PyTorch's normalized_shape", () => {
    // 1 and 3 beside 5 and 7: mean 4, variance 5, with an epsilon of 4 over 3
    const tensors = {
      scale: [
        [3, 3],
        [3, 6],
      ],
      bias: [
        [0, 0],
        [0, 1],
      ],
    };
    const { y } = traced(
      layerNormalization({ epsilon: 4, axes: 2 }),
      [
        [
          [
            [1, 3],
            [5, 7],
          ],
        ],
      ],
      { tensors },
    );
    expect(numbersOf(y)).toEqual([-3, -1, 1, 7]);
    expect(() => traced(layerNormalization({ axes: 2 }), [[[1, 2]]])).toThrow(
      'layerNormalization: "axes" should leave the rows alone, got 2 for an input of shape [1, 2]. Use at most 1.',
    );
  });

  it("has gradients that do not change a row's mean", () => {
    const tensors = { scale: [1, 2, 3], bias: [0, 0, 0] };
    const { y, inputs } = traced(layerNormalization(), [[[1, 2, 4]]], { tensors });
    const [a = 0, b = 0, c = 0] = numbersOf(gradient(y.sum(), inputs)[0]);
    expect(Math.abs(a + b + c)).toBeLessThan(1e-12);
    expect(Math.abs(a)).toBeGreaterThan(1e-3);
  });

  it("checks its options", () => {
    expect(() => layerNormalization({ epsilon: -1 })).toThrow('"epsilon" should be a number above 0, got -1.');
  });
});
