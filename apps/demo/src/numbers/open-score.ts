// Scores as numbers that open: down to each row's prediction and cell.
import { type Derivation, derived } from "./derivation";
import { sumOf } from "./sum-of";

/** Rows with what they are and what was said of them. */
export interface Judged {
  readonly rows: number;
  rowName(row: number): string;
  actual(row: number): Derivation;
  predicted(row: number): Derivation;
}

/** Sums of a score. */
interface Sums {
  /** The squares left over. */
  readonly left: number;
  /** The squares about the mean. */
  readonly about: number;
  readonly mean: number;
}

/** R² = 1 - squares left / squares about the mean. */
export function openR2(name: string, { left, about, mean }: Sums, judged: Judged): Derivation {
  const { rows, actual } = judged;
  const middle = derived("mean of these rows", mean, () => [
    sumOf("sum of these rows", mean * rows, rows, actual),
    `÷ ${rows}`,
  ]);
  return derived(
    name,
    1 - left / about,
    () => [
      "1 −",
      squares("squares left over", left, judged),
      "÷",
      squares("squares about the mean", about, { ...judged, predicted: () => middle }),
    ],
    { note: "1 is perfect; 0 is no better than always saying the mean." },
  );
}

/** The mean of the squares left over. */
export function openMeanSquare(name: string, { left }: Pick<Sums, "left">, judged: Judged): Derivation {
  return derived(name, left / judged.rows, () => [squares("sum of the squares", left, judged), `÷ ${judged.rows}`]);
}

/** (actual - said)² of one row. */
export function openSquare({ rowName, actual, predicted }: Judged, row: number): Derivation {
  const [is, said] = [actual(row), predicted(row)];
  return derived(`square of ${rowName(row)}`, (is.value - said.value) ** 2, () => ["(", is, "−", said, ")²"]);
}

const squares = (name: string, value: number, judged: Judged) =>
  sumOf(name, value, judged.rows, (row) => openSquare(judged, row));
