import { expect, it } from "vitest";
import figures from "../../figures.json";
import { createCustomers } from "../customers/customers";
import { standardised } from "./standardised";
import { tryStarts } from "./try-starts";

it("finds the crossing from most starts with two neurons, from all with four, and never with one", () => {
  const { train, heldOut } = standardised(createCustomers(1), ["balance", "retired"]);
  const seeds = Array.from({ length: 100 }, (_, i) => i + 1);
  const found = (width: number, from: readonly number[]) =>
    [...tryStarts({ inputs: 2, widths: [width], seeds: from, learningRate: 0.1, steps: 2000, train, heldOut })].filter(
      (tried) => tried.heldOut >= 0.88,
    ).length;
  expect(found(1, seeds.slice(0, 10))).toBe(0);
  expect(found(2, seeds)).toBe(figures.starts["2 neurons: of 100 starts"].is);
  expect(found(4, seeds.slice(0, 25))).toBe(25);
}, 60_000);
