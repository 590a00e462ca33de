import { expect, it } from "vitest";
import { createCustomers } from "./customers";
import { ceiling, fitLine } from "./fit-line";

it("finds the formula where there is no noise", () => {
  const customers = createCustomers(0.5);
  const exact = { ...customers, transactions: customers.truth };
  const { intercept, coefficients, train, heldOut } = fitLine(exact, [
    "age",
    "balance",
    "retired",
    "balance × retired",
  ]);
  // 26 + 0.15·57 + 6·0.4 − 0.5·1.2·0.4·25; per thousand euro 0.5·1.2·0.4; retired −6 + 0.5·1.2·25; both −0.5·1.2
  [30.95, -0.15, 0.24, 9, -0.6].forEach((value, i) => {
    expect([intercept, ...coefficients][i]).toBeCloseTo(value, 9);
  });
  expect([train.r2, heldOut.r2, ceiling(exact).r2].map((r2) => r2.toFixed(9))).toEqual(Array(3).fill("1.000000000"));
});

it("is the mean without columns", () => {
  const { intercept, coefficients, train, predict } = fitLine(createCustomers(0), []);
  expect([coefficients, train.r2]).toEqual([[], 0]);
  expect(predict(399)).toBe(intercept);
});
