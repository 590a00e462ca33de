import { expect, it } from "vitest";
import { startOf, startText } from "./own-start";
import { firstSettings } from "./settings";

// two inputs to two neurons to one answer: 4 + 2 + 2 + 1 numbers
const weights = Float32Array.from([0.1, -2, 3.5, 1e-8, 5, 0, -0.25, 7, 1]);

it("comes out of an address with the same bits", () => {
  const text = startText(weights);
  expect(text).toMatch(/^[\w-]+$/);
  expect(startOf(text, firstSettings)).toEqual(weights);
});

it("is none for another network, or where it is no text of numbers", () => {
  const other = { ...firstSettings, layers: [{ units: 3, formula: "tanh(x)" }] };
  expect(startOf(startText(weights), other)).toBeUndefined();
  expect(startOf(startText(weights.map(() => Number.NaN)), firstSettings)).toBeUndefined();
  for (const text of [null, "", "x", "no weights!"]) expect(startOf(text, firstSettings)).toBeUndefined();
});
