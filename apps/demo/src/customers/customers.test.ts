import { expect, it } from "vitest";
import { createCustomers } from "./customers";

it("differ by the interaction in transactions and their truth alone", () => {
  const [none, all] = [createCustomers(0), createCustomers(1)];
  expect([...none.age, ...none.balance, ...none.retired]).toEqual([...all.age, ...all.balance, ...all.retired]);
  // customer 2 is 50, has 14.7 thousand euro and works: 26 − 0.15·(50 − 57) + 6·0.4 = 29.45, and 1.2·0.4·(14.7 − 25) = −4.944
  expect(none.truth[1]).toBeCloseTo(29.45, 12);
  expect(all.truth[1]).toBeCloseTo(24.506, 12);
});
