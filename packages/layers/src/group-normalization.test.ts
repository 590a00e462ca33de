import { describe, expect, it } from "vitest";
import { groupNormalization } from "./group-normalization";
import { rmsNormalization } from "./rms-normalization";
import { near, numbersOf, traced } from "./run-layer";

describe("groupNormalization", () => {
  it("gives PyTorch's values", () => {
    // torch.nn.functional.group_norm 1.13.1 in float64 with 2 groups: one row, four steps, four channels
    const x = [
      [
        [2, -1.75, -1.5, -0.75],
        [0.75, -1.5, -1.75, -1.5],
        [-1.75, -2, -0.75, 0.5],
        [0.25, -0.5, -1, 0],
      ],
    ];
    const tensors = { scale: [1, 2, 3, 4], bias: [0, 1, 0, -1] };
    const expected = [
      1.8891751440376656, -0.7509428164251535, -2.7035632831222127, -0.485035565119579, 0.9676262932875848,
      -0.3823232761251212, -3.7334921528830556, -4.60475104416295, -0.8754714082125767, -1.1195623567251858,
      0.38622332616031585, 6.381156899952706, 0.5990067529875525, 1.092154885075008, -0.643705543600527,
      3.634679913923792,
    ];
    const { y } = traced(groupNormalization({ groups: 2 }), [x], { tensors });
    expect(y.shape).toEqual([1, 4, 4]);
    expect(near(numbersOf(y), expected)).toBe(true);
  });

  it("has no parameters where it is told so, and takes rows without steps", () => {
    // groups (1, 3) and (-4, 4): variances 1 and 16, with an epsilon of 9 over √10 and 5
    const layer = groupNormalization({ groups: 2, epsilon: 9, useScale: false, useBias: false });
    const { y, record } = traced(layer, [[[1, 3, -4, 4]]]);
    expect(near(numbersOf(y), [-1 / Math.sqrt(10), 1 / Math.sqrt(10), -0.8, 0.8])).toBe(true);
    expect(record.parameters.size).toBe(0);
  });

  it("refuses groups that do not divide the channels", () => {
    expect(() => traced(groupNormalization({ groups: 2 }), [[[1, 2, 3]]])).toThrow(
      "groupNormalization: the channels should be a multiple of the 2 groups, got 3. Change one of them.",
    );
    expect(() => groupNormalization({ groups: 0 })).toThrow('"groups" should be a whole number above 0, got 0.');
  });
});

describe("rmsNormalization", () => {
  it("divides each row by the root of its mean square, and keeps its mean", () => {
    // (9 + 81) / 2 = 45, with an epsilon of 4 √49 = 7; the row of zeros stays
    const { y } = traced(
      rmsNormalization({ epsilon: 4 }),
      [
        [
          [3, 9],
          [0, 0],
        ],
      ],
      { tensors: { scale: [7, 14] } },
    );
    expect(numbersOf(y)).toEqual([3, 18, 0, 0]);
  });

  it("refuses an epsilon of 0", () => {
    expect(() => rmsNormalization({ epsilon: 0 })).toThrow('"epsilon" should be a number above 0, got 0.');
  });
});
