// The straight line and the line with the product, at one strength of the interaction and over all of them.
import { type Customers, createCustomers } from "../../customers/customers";
import { type FittedLine, fitLine, type LineColumn } from "../../customers/fit-line";

const straight: readonly LineColumn[] = ["age", "balance", "retired"];
const withProduct: readonly LineColumn[] = [...straight, "balance × retired"];

/** Two models of the same rows. */
export interface Fits {
  readonly line: FittedLine;
  readonly product: FittedLine;
}

/** Both models by least squares. */
export function fitBoth(customers: Customers): Fits {
  return { line: fitLine(customers, straight), product: fitLine(customers, withProduct) };
}

/** Held-out R² of both at an interaction. */
export interface ScoresAt {
  readonly k: number;
  readonly line: number;
  readonly product: number;
}

/** Held-out R² of both at k = 0, 0.05, …, 1. */
export function scoresOverInteraction(): readonly ScoresAt[] {
  return Array.from({ length: 21 }, (_, i) => {
    const k = i / 20;
    const { line, product } = fitBoth(createCustomers(k));
    return { k, line: line.heldOut.r2, product: product.heldOut.r2 };
  });
}
