import { relu } from "@neurite/activations";
import { constant, gradient, order, seedKey } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { conv1d } from "./conv1d";
import { conv2d } from "./conv2d";
import { near, numbersOf, traced } from "./run-layer";

const sequence = [[[1], [2], [3], [4]]]; // one row, four steps, one channel
const one = (values: number[]) => ({ weights: values.map((w) => [[w]]), bias: [0] });

describe("conv1d", () => {
  it("slides its filters along the steps, without turning them round", () => {
    // 1 · 1 + 10 · 2, 1 · 2 + 10 · 3, 1 · 3 + 10 · 4
    const { y } = traced(conv1d({ filters: 1, kernelSize: 2 }), [sequence], { tensors: one([1, 10]) });
    expect(y.shape).toEqual([1, 3, 1]);
    expect(numbersOf(y)).toEqual([21, 32, 43]);
  });

  it("jumps by its stride, from padding on both sides", () => {
    // 0 1 2 3 4 0 by twos: (0, 1), (2, 3), (4, 0)
    const layer = conv1d({ filters: 1, kernelSize: 2, stride: 2, padding: 1 });
    expect(numbersOf(traced(layer, [sequence], { tensors: one([1, 10]) }).y)).toEqual([10, 32, 4]);
  });

  it("keeps the length with same, one more zero behind where the number is odd, as in Keras", () => {
    const layer = conv1d({ filters: 1, kernelSize: 2, padding: "same" });
    expect(numbersOf(traced(layer, [sequence], { tensors: one([1, 10]) }).y)).toEqual([21, 32, 43, 4]);
  });

  it("gives a stride's share of the steps with same", () => {
    // ⌈4 / 3⌉ = 2 windows, one zero in all: (1, 2), (4, 0)
    const layer = conv1d({ filters: 1, kernelSize: 2, stride: 3, padding: "same" });
    expect(numbersOf(traced(layer, [sequence], { tensors: one([1, 10]) }).y)).toEqual([21, 4]);
  });

  it("looks at steps that are further apart", () => {
    const layer = conv1d({ filters: 1, kernelSize: 2, dilation: 2 });
    expect(numbersOf(traced(layer, [sequence], { tensors: one([1, 10]) }).y)).toEqual([31, 42]);
  });

  it("shows each group of filters its group of channels", () => {
    const layer = conv1d({ filters: 4, kernelSize: 1, groups: 2, useBias: false, activation: relu });
    const { y, record } = traced(layer, [[[[1, 2]]]], { tensors: { weights: [[[10, -10, 100, 1000]]] } });
    expect(numbersOf(y)).toEqual([10, 0, 200, 2000]); // the first two see the 1, the others the 2
    expect([...record.parameters].map(([name, { spec }]) => [name, spec.shape])).toEqual([["weights", [1, 1, 4]]]);
  });

  it("is one gather and one product, and no gather where windows just follow each other", () => {
    const operations = (stride: number) => {
      const { y } = traced(conv1d({ filters: 3, kernelSize: 2, stride }), [sequence]);
      return order([y])
        .map(({ op }) => op)
        .filter((op) => op === "gather" || op === "matmul");
    };
    expect(operations(1)).toEqual(["gather", "matmul"]);
    expect(operations(2)).toEqual(["matmul"]);
  });

  it("refuses what does not fit", () => {
    expect(() => conv1d({ filters: 1, kernelSize: 0 })).toThrow(
      'conv1d: "kernelSize" should be a whole number above 0',
    );
    expect(() => conv1d({ filters: 3, kernelSize: 1, groups: 2 })).toThrow(
      "conv1d: the filters should be a multiple of the 2 groups, got 3. Change one of them.",
    );
    expect(() => conv1d({ filters: 1, kernelSize: 1, padding: -1 })).toThrow(
      '"padding" should be a whole number from 0',
    );
    // @ts-expect-error: no such word
    expect(() => conv1d({ filters: 1, kernelSize: 1, padding: "causal" })).toThrow(
      'conv1d: "padding" should be a number, "same" or "valid", got "causal". Choose one of them.',
    );
    // @ts-expect-error: one axis has one size
    expect(() => conv1d({ filters: 1, kernelSize: [1, 2] })).toThrow(
      'conv1d: "kernelSize" should be one number, or one for each of 1 axis, got [1,2]. Pass as many.',
    );
    expect(() => traced(conv1d({ filters: 1, kernelSize: 5 }), [sequence])).toThrow(
      'conv1d: a window spans 5 positions, the input has 4 along axis 1 (shape [1, 4, 1]). Use a smaller kernel, or padding: "same".',
    );
    expect(() => traced(conv1d({ filters: 1, kernelSize: 1 }), [[[1, 2]]])).toThrow(
      "conv1d: the input should be [rows, length, channels], got [1, 2]. Reshape it; the channels come last.",
    );
    expect(() => traced(conv1d({ filters: 2, kernelSize: 1, groups: 2 }), [sequence])).toThrow(
      "conv1d: the channels should be a multiple of the 2 groups, got 1.",
    );
  });
});

describe("conv2d", () => {
  it("gives PyTorch's values and gradients", () => {
    // torch.nn.functional.conv2d 1.13.1 in float64 with stride (2, 1) and padding (1, 0), the arrays turned into this order of axes
    const x = [
      [
        [
          [2, 2],
          [-1.25, -1],
          [-1, -0.75],
        ],
        [
          [-1, 1.25],
          [1.25, 1.75],
          [-1.75, 0.5],
        ],
        [
          [-1.5, -1.25],
          [-1.75, 0],
          [1, -1],
        ],
      ],
    ];
    const weights = [
      [
        [
          [-1.25, 1],
          [1.25, 0.25],
        ],
        [
          [-1, 1.5],
          [0.5, -0.25],
        ],
      ],
      [
        [
          [0, 2],
          [-0.25, 1.5],
        ],
        [
          [1, 1.75],
          [-1.5, 1.5],
        ],
      ],
    ];
    const layer = conv2d({ filters: 2, kernelSize: 2, stride: [2, 1], padding: [1, 0] });
    const { y, inputs, tensors } = traced(layer, [x], { tensors: { weights, bias: [1.5, 2] } });
    expect(y.shape).toEqual([1, 2, 2, 2]);
    expect(near(numbersOf(y), [1.25, 5.3125, 1.875, -4.875, 2.5, -5.1875, 6.625, -2.3125])).toBe(true);

    const upstream = constant([-2, 1.5, 1.25, 0.5, 1, -2, -0.75, -1.75], "float64").reshape(y.shape);
    const slopes = gradient(y.mul(upstream).sum(), [...inputs, ...tensors.values()]).map(numbersOf);
    expect(slopes).toEqual([
      [
        3, 2.75, 1.625, 5.6875, 2.125, -1.125, -3.25, 0.75, -4.8125, -0.375, -1.875, 0.0625, -4, -3.25, -6, -6.9375,
        -3.8125, -1.5,
      ],
      [
        -1.9375, -0.1875, -0.0625, -5.5625, 2.5625, 0.5625, 1.375, -4.375, -5.75, 8.4375, -6.5, 5, -1.25, -0.625,
        1.8125, -0.125,
      ],
      [-0.5, -1.75],
    ]);
  });

  it("counts the window among the inputs of its weights, so that they start as wide as those of dense", () => {
    const { parameters } = traced(conv2d({ filters: 2, kernelSize: [3, 5] }), [
      [Array.from({ length: 4 }, () => Array.from({ length: 6 }, () => [0, 0]))],
    ]).record;
    const { spec } = parameters.get("weights") ?? {};
    expect(spec?.shape).toEqual([3, 5, 2, 2]);
    const limit = Math.sqrt(6 / (15 * 2 + 15 * 2)); // Glorot: 15 positions of 2 channels in, 15 of 2 out
    const numbers = spec?.initializer.sample([3, 5, 2, 2], seedKey(1)) ?? [];
    expect(Math.max(...numbers)).toBeLessThan(limit);
    expect(Math.max(...numbers)).toBeGreaterThan(0.8 * limit);
  });
});
