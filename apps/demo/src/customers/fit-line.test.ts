import { expect, it } from "vitest";
import { createCustomers } from "./customers";
import { ceiling, fitLine, type LineColumn } from "./fit-line";

const all: readonly LineColumn[] = ["age", "balance", "retired"];

// computed in NumPy from the same rows
it.each([
  [0, ["age"], 0.63, 0.623],
  [0, ["balance"], 0.001, -0.004],
  [0, all, 0.718, 0.74],
  [0, [...all, "balance × retired"], 0.719, 0.74],
  [0.5, all, 0.41, 0.495],
  [0.5, [...all, "balance × retired"], 0.81, 0.84],
  [1, ["age"], 0.139, 0.188],
  [1, ["balance"], 0.002, 0.005],
  [1, all, 0.165, 0.257],
  [1, [...all, "balance × retired"], 0.909, 0.922],
  [1, ["balance", "retired"], 0.156, 0.259],
  [1, ["balance", "retired", "balance × retired"], 0.892, 0.911],
] as const)("scores lines at interaction %d through %j", (interaction, columns, train, heldOut) => {
  const line = fitLine(createCustomers(interaction), columns);
  expect(Math.abs(line.train.r2 - train)).toBeLessThan(0.0006);
  expect(Math.abs(line.heldOut.r2 - heldOut)).toBeLessThan(0.0006);
});

it("knows the coefficients, and that they say something false of everyone", () => {
  const customers = createCustomers(1);
  const line = fitLine(customers, all);
  expect([line.intercept, ...line.coefficients].map((x) => x.toFixed(3))).toEqual([
    "34.492",
    "-0.097",
    "-0.034",
    "-5.303",
  ]);
  const product = fitLine(customers, [...all, "balance × retired"]);
  expect([product.intercept, ...product.coefficients].map((x) => x.toFixed(2))).toEqual([
    "23.33",
    "-0.13",
    "0.50",
    "24.73",
    "-1.23",
  ]);
  expect([line.heldOut.rmse, product.heldOut.rmse].map((x) => x.toFixed(2))).toEqual(["8.92", "2.88"]);
});

it("knows what nothing can beat", () => {
  expect([0, 0.5, 1].map((k) => ceiling(createCustomers(k)).r2.toFixed(3))).toEqual(["0.742", "0.841", "0.923"]);
});

it("is the mean without columns", () => {
  const flat = fitLine(createCustomers(0), []);
  expect(flat.train.meanSquare).toBeCloseTo(32.51, 2);
  expect(fitLine(createCustomers(0), ["age"]).train.meanSquare).toBeCloseTo(12.018, 3);
});
