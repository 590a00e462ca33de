// Scores on the customers as numbers that open.
import type { Derivation } from "../numbers/derivation";
import * as numbers from "../numbers/open-score";
import { type Customers, customerRows, trainRows } from "./customers";
import { openCell } from "./open-cell";
import type { Score } from "./score";

/** A row's prediction, with where it comes from. */
export type OpenPrediction = (row: number) => Derivation;

/** R² = 1 - squares left / squares about the mean, of the held-out rows unless told otherwise. */
export function openR2(
  name: string,
  customers: Customers,
  score: Score,
  predicted: OpenPrediction,
  start = trainRows,
  end = customerRows,
): Derivation {
  return numbers.openR2(name, score, judged(customers, predicted, start, end));
}

/** The mean of the squares left over, of the training rows unless told otherwise. */
export function openMeanSquare(
  name: string,
  customers: Customers,
  score: Score,
  predicted: OpenPrediction,
  start = 0,
  end = trainRows,
): Derivation {
  return numbers.openMeanSquare(name, score, judged(customers, predicted, start, end));
}

/** The square of one customer's miss. */
export function openSquare(customers: Customers, predicted: OpenPrediction, row: number): Derivation {
  return numbers.openSquare(judged(customers, predicted, 0, customerRows), row);
}

function judged(customers: Customers, predicted: OpenPrediction, start: number, end: number): numbers.Judged {
  return {
    rows: end - start,
    rowName: (row) => `customer ${start + row + 1}`,
    actual: (row) => openCell(customers, "transactions", start + row),
    predicted: (row) => predicted(start + row),
  };
}
