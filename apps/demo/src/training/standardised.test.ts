import { expect, it } from "vitest";
import { createCustomers } from "../customers/customers";
import { standardised } from "./standardised";

it("gives the training rows mean 0 and deviation 1, and the others by the same measure", () => {
  const { train, heldOut, row } = standardised(createCustomers(1), ["balance", "retired"]);
  expect([train.inputs.length, train.targets.length, heldOut.inputs.length]).toEqual([600, 300, 200]);
  expect(train.targets.reduce((sum, y) => sum + y, 0)).toBeCloseTo(0, 9);
  expect(train.targets.reduce((sum, y) => sum + y * y, 0)).toBeCloseTo(300, 9);
  // the first customer has 3.1 thousand euro and works: (3.1 − 23.7207) / 14.0498 = −1.4677
  expect(train.inputs[0]).toBeCloseTo(-1.4677, 4);
  expect(row([3.1, 0])).toEqual([...train.inputs.slice(0, 2)]);
});
