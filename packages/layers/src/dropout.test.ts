import { gradient, type Tensor } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { dropout } from "./dropout";
import { numbersOf, traced } from "./run-layer";

const ones = Array.from({ length: 1000 }, () => [1, 1]);

describe("dropout", () => {
  it("changes nothing outside of training", () => {
    const { y, inputs } = traced(dropout({ rate: 0.5 }), [ones]);
    expect(y).toBe(inputs[0]);
  });

  it("changes nothing at a rate of 0", () => {
    const { y, inputs } = traced(dropout({ rate: 0 }), [ones], { training: true });
    expect(y).toBe(inputs[0]);
  });

  it("sets about the share of its rate to 0 and scales the others up", () => {
    const numbers = numbersOf(traced(dropout({ rate: 0.2 }), [ones], { training: true }).y);
    const dropped = numbers.filter((x) => x === 0).length;
    expect(new Set(numbers)).toEqual(new Set([0, 1.25])); // 1 / (1 - 0.2)
    // 2000 draws of 0.2: 400 with a standard deviation of 18; four of them either way
    expect(Math.abs(dropped - 400)).toBeLessThan(72);
  });

  it("draws the same mask for the same key and another for another", () => {
    const masks = [1, 1, 2].map((seed) =>
      numbersOf(traced(dropout({ rate: 0.5 }), [ones], { training: true, seed }).y),
    );
    expect(masks[0]).toEqual(masks[1]);
    expect(masks[0]).not.toEqual(masks[2]);
  });

  it("draws two masks where one dropout is applied twice", () => {
    const drop = dropout({ rate: 0.5 });
    const both: Tensor[] = [];
    const twice = {
      kind: "test",
      apply: ([x]: readonly [Tensor], scope: Parameters<typeof drop.apply>[1]) => {
        both.push(scope.child("drop", drop, [x]), scope.child("drop", drop, [x]));
        return x;
      },
    };
    traced(twice, [ones], { training: true });
    expect(numbersOf(both[0])).not.toEqual(numbersOf(both[1]));
  });

  it("lets gradients through where numbers passed", () => {
    const { y, inputs } = traced(dropout({ rate: 0.5 }), [ones], { training: true });
    expect(numbersOf(gradient(y.sum(), inputs)[0])).toEqual(numbersOf(y)); // of ones both are 0 or 2
  });

  it("refuses a rate of 1, of which nothing would be left, and one below 0", () => {
    expect(() => dropout({ rate: 1 })).toThrow(
      'dropout: "rate" should be a number from 0 up to but not including 1, got 1. Pass such a number.',
    );
    expect(() => dropout({ rate: -0.1 })).toThrow("got -0.1");
    // @ts-expect-error: a rate is needed
    expect(() => dropout({})).toThrow("got undefined");
  });
});
