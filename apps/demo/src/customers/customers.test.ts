import { describe, expect, it } from "vitest";
import { type Customers, createCustomers } from "./customers";

const sum = (values: Float64Array) => values.reduce((total, x) => total + x, 0);
const row = ({ age, balance, retired, transactions }: Customers, at: number) => [
  age[at],
  balance[at],
  retired[at],
  transactions[at],
];

describe("the invented customers", () => {
  it("are the same rows everywhere", () => {
    const all = createCustomers(1);
    expect([row(all, 0), row(all, 1), row(all, 399)]).toEqual([
      [30, 3.1, 0, 20],
      [50, 14.7, 0, 23],
      [82, 32, 1, 20],
    ]);
    expect(sum(all.age)).toBe(22640);
    expect(sum(all.balance)).toBeCloseTo(9708.9, 9);
    expect([sum(all.retired), sum(all.transactions)]).toEqual([167, 10358]);
  });

  it("differ by the interaction in transactions alone", () => {
    const [none, all] = [createCustomers(0), createCustomers(1)];
    expect([...none.age, ...none.balance, ...none.retired]).toEqual([...all.age, ...all.balance, ...all.retired]);
    expect([none.transactions[0], none.transactions[1], none.transactions[399]]).toEqual([31, 28, 25]);
    expect(sum(none.transactions)).toBe(10323);
  });
});
