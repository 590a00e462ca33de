import { gradient } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { averagePooling1d } from "./average-pooling1d";
import { averagePooling2d } from "./average-pooling2d";
import { globalAveragePooling } from "./global-average-pooling";
import { globalMaxPooling } from "./global-max-pooling";
import { maxPooling1d } from "./max-pooling1d";
import { maxPooling2d } from "./max-pooling2d";
import { numbersOf, traced } from "./run-layer";

const sequence = [
  [
    [1, -1],
    [5, -5],
    [3, -3],
    [2, -2],
    [9, -9],
  ],
];
const plane = [
  [
    [[1], [2], [3]],
    [[4], [5], [6]],
    [[7], [8], [9]],
  ],
];

describe("max pooling", () => {
  it("takes the largest of each two steps, channel by channel, and leaves the rest", () => {
    const { y } = traced(maxPooling1d(), [sequence]);
    expect(y.shape).toEqual([1, 2, 2]);
    expect(numbersOf(y)).toEqual([5, -1, 3, -2]);
  });

  it("never takes a number from beyond the edge", () => {
    // windows (·, 1), (5, 3), (2, 9), whose second channel is negative throughout
    expect(numbersOf(traced(maxPooling1d({ padding: 1 }), [sequence]).y)).toEqual([1, -1, 5, -3, 9, -2]);
    const lowest = traced(maxPooling1d({ padding: 1 }), [[[[Number.NEGATIVE_INFINITY]]]]);
    expect(numbersOf(lowest.y)).toEqual([Number.NEGATIVE_INFINITY]);
  });

  it("takes patches of a plane, and sends gradients to where their numbers came from", () => {
    const { y, inputs } = traced(maxPooling2d({ kernelSize: 2, stride: 1 }), [plane]);
    expect(numbersOf(y)).toEqual([5, 6, 8, 9]);
    expect(numbersOf(gradient(y.sum(), inputs)[0])).toEqual([0, 0, 0, 0, 1, 1, 0, 1, 1]);
  });

  it("covers the plane with same", () => {
    expect(numbersOf(traced(maxPooling2d({ padding: "same" }), [plane]).y)).toEqual([5, 6, 8, 9]);
  });

  it("refuses more padding than half a window", () => {
    expect(() => maxPooling2d({ kernelSize: [2, 3], padding: [1, 2] })).toThrow(
      'maxPooling2d: "padding" should be at most half of the window, got 1 and 2 for a window of 2 by 3. A window may not lie outside of the input.',
    );
  });
});

describe("average pooling", () => {
  it("takes the mean of each two steps", () => {
    expect(numbersOf(traced(averagePooling1d(), [sequence]).y)).toEqual([3, -3, 2.5, -2.5]);
  });

  it("counts positions inside alone, as in Keras, or those beyond the edge as 0, as in PyTorch", () => {
    // windows (·, 1, 5), (5, 3, 2), (2, 9, ·)
    const options = { kernelSize: 3, stride: 2, padding: 1 };
    const [row] = sequence;
    const first = [row?.map(([x = 0]) => [x]) ?? []];
    expect(numbersOf(traced(averagePooling1d(options), [first]).y)).toEqual([3, 10 / 3, 5.5]);
    expect(numbersOf(traced(averagePooling1d({ ...options, countPadding: true }), [first]).y)).toEqual([
      2,
      10 / 3,
      11 / 3,
    ]);
  });

  it("counts along both axes", () => {
    // with same, patches of 2 by 2 from the upper left: 4, 2, 2 and 1 positions inside
    expect(numbersOf(traced(averagePooling2d({ padding: "same" }), [plane]).y)).toEqual([3, 4.5, 7.5, 9]);
    const counted = averagePooling2d({ padding: "same", countPadding: true });
    expect(numbersOf(traced(counted, [plane]).y)).toEqual([3, 2.25, 3.75, 2.25]);
  });
});

describe("global pooling", () => {
  it("makes one number of each channel", () => {
    expect(numbersOf(traced(globalAveragePooling(), [sequence]).y)).toEqual([4, -4]);
    expect(numbersOf(traced(globalMaxPooling(), [sequence]).y)).toEqual([9, -1]);
    expect(numbersOf(traced(globalMaxPooling(), [plane]).y)).toEqual([9]);
  });

  it("refuses rows without steps", () => {
    expect(() => traced(globalMaxPooling(), [[[1, 2]]])).toThrow(
      "globalMaxPooling: the input should be [rows, ..., channels] with an axis in between, got [1, 2].",
    );
  });
});
