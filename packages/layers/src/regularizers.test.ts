import { constant, gradient } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { elasticNet } from "./elastic-net";
import { l1 } from "./l1";
import { l2 } from "./l2";
import { numbersOf } from "./run-layer";

const weights = constant(
  [
    [1, -3],
    [0, 2],
  ],
  "float64",
);

describe("l1", () => {
  it("adds the sizes up, and pulls by one step towards 0", () => {
    const penalty = l1(0.5).apply(weights);
    expect(penalty.shape).toEqual([]);
    expect(numbersOf(penalty)).toEqual([3]); // (1 + 3 + 0 + 2) / 2
    expect(numbersOf(gradient(penalty, [weights])[0])).toEqual([0.5, -0.5, 0, 0.5]);
  });
});

describe("l2", () => {
  it("adds the squares up, and pulls by twice the weight", () => {
    const penalty = l2(0.5).apply(weights);
    expect(penalty.shape).toEqual([]);
    expect(numbersOf(penalty)).toEqual([7]); // (1 + 9 + 0 + 4) / 2
    expect(numbersOf(gradient(penalty, [weights])[0])).toEqual([1, -3, 0, 2]);
  });
});

describe("elasticNet", () => {
  it("adds both up, and pulls with both", () => {
    const penalty = elasticNet({ l1: 0.5, l2: 0.25 }).apply(weights);
    expect(penalty.shape).toEqual([]);
    expect(numbersOf(penalty)).toEqual([6.5]); // (1 + 3 + 0 + 2) / 2 + (1 + 9 + 0 + 4) / 4
    expect(numbersOf(gradient(penalty, [weights])[0])).toEqual([1, -2, 0, 1.5]); // sign / 2 + w / 2
  });
});

describe("the weights of the regularizers", () => {
  it("are numbers from 0 up", () => {
    expect(() => l1(-1)).toThrow('l1: "weight" should be a number from 0 up, got -1. Pass such a number.');
    expect(() => l2(Number.NaN)).toThrow('l2: "weight" should be a number from 0 up, got NaN.');
    expect(() => elasticNet({ l1: 0, l2: -1 })).toThrow('elasticNet: "l2" should be a number from 0 up, got -1.');
  });
});
