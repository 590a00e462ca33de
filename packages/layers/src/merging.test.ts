import { tanh } from "@neurite/activations";
import { describe, expect, it } from "vitest";
import { add } from "./add";
import { concatenate } from "./concatenate";
import { dense } from "./dense";
import { flatten } from "./flatten";
import { residual } from "./residual";
import { near, numbersOf, traced } from "./run-layer";

describe("add", () => {
  it("gives the sum of all inputs, a size of 1 stretched", () => {
    const { y } = traced(add(), [[[1, 2]], [[10, 20]], [[100]]]);
    expect(numbersOf(y)).toEqual([111, 122]);
  });

  it("refuses a single input, and inputs that do not fit", () => {
    expect(() => traced(add(), [[[1, 2]]])).toThrow("add: expected two inputs or more, got 1.");
    expect(() => traced(add(), [[[1, 2]], [[1, 2, 3]]])).toThrow("[1, 2] and [1, 3] do not broadcast");
    // these would broadcast to [2, 2]
    expect(() =>
      traced(add(), [
        [1, 2],
        [[1], [2]],
      ]),
    ).toThrow("add: the inputs should have equally many axes, got [2] and [2, 1]. Reshape one of them.");
  });
});

describe("concatenate", () => {
  it("puts inputs side by side along the last axis", () => {
    const { y } = traced(concatenate(), [
      [[1], [2]],
      [
        [3, 4],
        [5, 6],
      ],
    ]);
    expect(y.shape).toEqual([2, 3]);
    expect(numbersOf(y)).toEqual([1, 3, 4, 2, 5, 6]);
  });

  it("puts inputs one after the other along another axis", () => {
    const { y } = traced(concatenate({ axis: 1 }), [
      [[[1, 2]]],
      [
        [
          [3, 4],
          [5, 6],
        ],
      ],
    ]);
    expect(y.shape).toEqual([1, 3, 2]);
    expect(numbersOf(y)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("refuses the axis of the rows, by either name, and axes that are not there", () => {
    for (const axis of [0, -2, 2]) {
      expect(() => traced(concatenate({ axis }), [[[1, 2]], [[3, 4]]])).toThrow(
        `concatenate: "axis" should name an axis after the rows (1 to 1), got ${axis} for inputs of shape [1, 2].`,
      );
    }
    expect(() => concatenate({ axis: 0.5 })).toThrow('"axis" should be a whole number, got 0.5.');
  });
});

describe("flatten", () => {
  it("makes one vector of each row", () => {
    expect(
      traced(flatten(), [
        [
          [
            [1, 2],
            [3, 4],
          ],
        ],
      ]).y.shape,
    ).toEqual([1, 4]);
    expect(traced(flatten(), [[1, 2, 3]]).y.shape).toEqual([3, 1]);
  });

  it("copes with rows of no numbers", () => {
    expect(
      traced(flatten(), [
        [
          [[], []],
          [[], []],
        ],
      ]).y.shape,
    ).toEqual([2, 0]);
  });
});

describe("residual", () => {
  it("adds what the layer inside computes to its input", () => {
    const layer = residual(dense({ units: 2, activation: tanh }));
    const weights = [
      [1, 0],
      [0, -1],
    ];
    const { y } = traced(layer, [[[0.5, 2]]], { tensors: { "layer/weights": weights, "layer/bias": [0, 0] } });
    // 0.5 + tanh 0.5 and 2 + tanh -2
    expect(near(numbersOf(y), [0.9621171572600098, 1.0359724199241831])).toBe(true);
  });

  it("refuses a layer that changes the shape", () => {
    expect(() => traced(residual(dense({ units: 1 })), [[[1, 2]]])).toThrow(
      'residual: the layer inside should keep the shape [1, 2], got [1, 1] from "dense". Give it as many units as its input has.',
    );
  });

  it("refuses what is no layer", () => {
    // @ts-expect-error: flatten() was meant
    expect(() => residual(flatten)).toThrow("got the function flatten. Call it: flatten().");
  });
});
