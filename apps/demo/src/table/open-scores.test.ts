import { expect, it } from "vitest";
import type { Derivation } from "../numbers/derivation";
import { openScores, sumLine } from "./open-scores";

const about = { who: "the line", target: "y", labels: [] };
const numbers = (derivation: Derivation) =>
  derivation.how().line.filter((part): part is Derivation => typeof part !== "string");

it("opens R² down to the cells", () => {
  // errors 1, 0, 2, 0, 0: squares 5; about the mean 3: 4 + 1 + 0 + 1 + 4 = 10
  const scores = openScores(
    {
      rows: Int32Array.of(0, 3, 4, 7, 9),
      lines: Int32Array.of(2, 5, 6, 9, 11),
      actual: Float64Array.of(1, 2, 3, 4, 5),
      predicted: Float64Array.of(2, 2, 5, 4, 5),
      sure: new Float64Array(),
    },
    about,
  );
  if (scores.task !== "regression") throw new Error("not a number");
  expect([scores.r2.value, scores.rmse.value]).toEqual([0.5, 1]);
  const [left, around] = numbers(scores.r2);
  expect([left?.value, around?.value]).toEqual([5, 10]);
  const [largest] = left ? numbers(left) : [];
  expect([largest?.name, largest?.value]).toEqual(["squared error in line 6", 4]);
  expect(largest && numbers(largest).map(({ name, value }) => [name, value])).toEqual([
    ["y in line 6", 3],
    ["what the line says for line 6", 5],
  ]);
});

it("opens accuracy and log loss", () => {
  const scores = openScores(
    {
      rows: Int32Array.of(0, 1),
      lines: Int32Array.of(2, 3),
      actual: Float64Array.of(0, 1),
      predicted: Float64Array.of(0, 0),
      sure: Float64Array.of(0.5, 0.25),
    },
    { ...about, labels: ["a", "b"] },
  );
  if (scores.task !== "classification") throw new Error("not classes");
  expect(scores.accuracy.value).toBe(0.5);
  // (ln 2 + ln 4) / 2 = 1.5 · ln 2
  expect(scores.logLoss.value).toBeCloseTo(1.0397, 4);
});

it("shows the largest terms of a long sum, and the others together", () => {
  const values = [1, -9, 3, 2, 5, 4];
  const line = sumLine(values, (i) => ({
    name: `term ${i}`,
    value: values[i] ?? 0,
    how: () => ({ line: ["a cell"] }),
  }));
  expect(line.map((part) => (typeof part === "string" ? part : part.value))).toEqual([-9, "+", 5, "+", 4, "+", 6]);
  const rest = line.at(-1) as Derivation;
  expect([rest.name, ...numbers(rest).map(({ value }) => value)]).toEqual(["the 3 other terms", 3, 2, 1]);
});
