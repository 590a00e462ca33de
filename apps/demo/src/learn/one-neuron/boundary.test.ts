import { expect, it } from "vitest";
import { angleThrough, boundaryOf, offsetThrough, segmentOf, withBoundary } from "./boundary";
import type { Neuron } from "./neuron-model";

const neuron: Neuron = { weights: [1.5, -1.5], bias: -1.5 };

it("is where the sum is 0, at a right angle to the weights", () => {
  const line = boundaryOf(neuron);
  expect(line?.angle).toBeCloseTo(-45, 12);
  expect(line?.offset).toBeCloseTo(Math.SQRT1_2, 12);
});

it("is nowhere without weights", () => {
  expect(boundaryOf({ weights: [0, 0], bias: 1 })).toBeUndefined();
});

it("gives the weights that it came from", () => {
  expect(withBoundary(neuron, boundaryOf(neuron) ?? { angle: 0, offset: 0 })).toEqual(neuron);
});

it("turns the weights and keeps how steep they are", () => {
  // 1.5·√2 = 2.1213 all in one weight
  expect(withBoundary(neuron, { angle: 90, offset: 0.5 })).toEqual({ weights: [0, 2.1213], bias: -1.0607 });
});

it("flattens a neuron whose numbers would pass 3", () => {
  expect(withBoundary({ weights: [3, 3], bias: 0 }, { angle: 0, offset: 0 })).toEqual({ weights: [3, 0], bias: 0 });
  expect(withBoundary({ weights: [3, 0], bias: 0 }, { angle: 0, offset: 1.2 })).toEqual({
    weights: [2.5, 0],
    bias: -3,
  });
});

it("ends at the edges of the plane", () => {
  const [right, left] = segmentOf({ angle: 0, offset: 0.5 }) ?? [];
  expect(right).toEqual([0.5, -1.35]);
  expect(left).toEqual([0.5, 1.35]);
  expect(segmentOf({ angle: 0, offset: 1.4 })).toBeUndefined();
  expect(segmentOf({ angle: 45, offset: 2 })).toBeUndefined();
});

it.each([-170, -45, 0, 30, 120])("passes through the point that it is turned to, at %i degrees", (angle) => {
  const left = segmentOf({ angle, offset: 0.4 })?.[1];
  expect(left && angleThrough(left, 0.4)).toBeCloseTo(angle, 9);
  expect(left && offsetThrough(left, angle)).toBeCloseTo(0.4, 9);
});
