import { expect, it } from "vitest";
import { createCustomers } from "../../customers/customers";
import { fitBoth, scoresOverInteraction } from "./interaction-scores";

// held out, computed in NumPy from the same rows
const figures = [
  [0, 0.74, 0.74],
  [0.1, 0.742, 0.765],
  [0.2, 0.697, 0.771],
  [0.3, 0.634, 0.8],
  [0.4, 0.564, 0.812],
  [0.5, 0.495, 0.84],
  [0.6, 0.433, 0.864],
  [0.7, 0.385, 0.882],
  [0.8, 0.33, 0.895],
  [0.9, 0.291, 0.912],
  [1, 0.257, 0.922],
] as const;

it("knows what the product gains at each interaction", () => {
  const scores = scoresOverInteraction();
  expect(scores).toHaveLength(21);
  for (const [k, line, product] of figures) {
    const found = scores.find((at) => Math.abs(at.k - k) < 1e-9);
    expect(Math.abs((found?.line ?? 0) - line), `line at ${k}`).toBeLessThan(0.00055);
    expect(Math.abs((found?.product ?? 0) - product), `product at ${k}`).toBeLessThan(0.00055);
  }
});

it("gains less than 0.01 up to k = 0.06", () => {
  const gain = (k: number) => {
    const { line, product } = fitBoth(createCustomers(k));
    return product.heldOut.r2 - line.heldOut.r2;
  };
  expect([gain(0.06).toFixed(4), gain(0.07).toFixed(4)]).toEqual(["0.0068", "0.0124"]);
});
