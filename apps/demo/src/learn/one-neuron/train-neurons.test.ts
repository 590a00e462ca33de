import { expect, it } from "vitest";
import { createCustomers } from "../../customers/customers";
import { ceiling, fitLine } from "../../customers/fit-line";
import { trainNeurons } from "./train-neurons";
import { bestOf, starts } from "./trained-start";

// apps/demo/listings/3.py trains the same with NumPy, from other starts
it.each([
  [1, 0.671],
  [2, 0.908],
])("reaches what %i neurons can on rows that were held out", async (units, reached) => {
  const seeds = Array.from({ length: starts }, (_, i) => i + 1);
  const trained = await Promise.all(seeds.map((seed) => trainNeurons(units, seed)));
  expect(bestOf(trained)?.heldOut.r2).toBeCloseTo(reached, 2);
});

it("stands between the straight line and what nothing can beat", () => {
  const customers = createCustomers(1);
  expect(fitLine(customers, ["age", "balance", "retired"]).heldOut.r2).toBeCloseTo(0.257, 3);
  expect(ceiling(customers).r2).toBeCloseTo(0.923, 3);
});
