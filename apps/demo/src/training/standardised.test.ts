import { expect, it } from "vitest";
import { createCustomers } from "../customers/customers";
import { standardised, standardOf } from "./standardised";

const customers = createCustomers(1);

// computed in NumPy from the same rows
it.each([
  ["age", 57.0733, 16.1483],
  ["balance", 23.7207, 14.0498],
  ["retired", 0.42333, 0.49409],
  ["transactions", 25.9167, 9.9104],
] as const)("knows mean and deviation of %s", (column, mean, deviation) => {
  const standard = standardOf(customers, column);
  expect(standard.mean).toBeCloseTo(mean, 4);
  expect(standard.deviation).toBeCloseTo(deviation, 4);
});

it("gives the training rows mean 0 and deviation 1, and the others by the same measure", () => {
  const { train, heldOut, row } = standardised(customers, ["balance", "retired"]);
  expect([train.inputs.length, train.targets.length, heldOut.inputs.length]).toEqual([600, 300, 200]);
  expect(train.targets.reduce((sum, y) => sum + y, 0)).toBeCloseTo(0, 9);
  expect(train.targets.reduce((sum, y) => sum + y * y, 0)).toBeCloseTo(300, 9);
  // the first customer has 3.1 thousand euro and works: (3.1 − 23.7207) / 14.0498 = −1.4677
  expect(train.inputs[0]).toBeCloseTo(-1.4677, 4);
  expect(row([3.1, 0])).toEqual([...train.inputs.slice(0, 2)]);
});
