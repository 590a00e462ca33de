// Scores as numbers that open: down to each row's prediction and cell.
import { type Derivation, derived } from "../numbers/derivation";
import { sumOf } from "../numbers/sum-of";
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
  const rows = end - start;
  const cell = (row: number) => openCell(customers, "transactions", start + row);
  const mean = derived("mean of these rows", score.mean, () => [
    sumOf("sum of transactions", score.mean * rows, rows, cell),
    `÷ ${rows}`,
  ]);
  return derived(
    name,
    score.r2,
    () => [
      "1 −",
      squares("squares left over", score.left, customers, predicted, start, end),
      "÷",
      squares("squares about the mean", score.about, customers, () => mean, start, end),
    ],
    { note: "1 is perfect; 0 is no better than always saying the mean." },
  );
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
  return derived(name, score.meanSquare, () => [
    squares("sum of the squares", score.left, customers, predicted, start, end),
    `÷ ${end - start}`,
  ]);
}

function squares(
  name: string,
  value: number,
  customers: Customers,
  predicted: OpenPrediction,
  start: number,
  end: number,
): Derivation {
  return sumOf(name, value, end - start, (index) => {
    const actual = openCell(customers, "transactions", start + index);
    const said = predicted(start + index);
    return derived(`square of customer ${start + index + 1}`, (actual.value - said.value) ** 2, () => [
      "(",
      actual,
      "−",
      said,
      ")²",
    ]);
  });
}
