// R² as a number that opens: down to the row, its prediction and its cell.
import { type Customers, customerRows, trainRows } from "../../customers/customers";
import type { Score } from "../../customers/score";
import { type Derivation, derived, given } from "../../numbers/derivation";

/** The first rows of a long sum are written out, then the last. */
const written = 4;

/** A cell of the table. */
export function cell(customers: Customers, column: "balance" | "retired" | "transactions" | "age", row: number) {
  const value = customers[column][row] as number;
  return given(`${column} of row ${row + 1}`, value, `row ${row + 1} of the invented customers, column ${column}`);
}

/** The held-out R² of predictions that can be opened themselves. */
export function openScore(
  name: string,
  customers: Customers,
  score: Score,
  predicted: (row: number) => Derivation,
): Derivation {
  const rows = Array.from({ length: customerRows - trainRows }, (_, i) => trainRows + i);
  const cells = (row: number) => cell(customers, "transactions", row);
  const mean = derived("mean of the held-out rows", score.mean, () => [
    "(",
    ...sumOf(rows, (row) => [cells(row)]),
    `) ÷ ${rows.length}`,
  ]);
  const squares = (what: string, value: number, from: (row: number) => Derivation) =>
    derived(what, value, () => sumOf(rows, (row) => ["(", cells(row), "−", from(row), ")²"]), {
      note: `One square for each of the ${rows.length} held-out rows, ${trainRows + 1} to ${customerRows}.`,
    });
  return derived(
    name,
    score.r2,
    () => [
      "1 −",
      squares("squares left over", score.left, predicted),
      "÷",
      squares("squares about the mean", score.about, () => mean),
    ],
    { note: "1 is perfect; 0 is no better than always saying the mean." },
  );
}

function sumOf(rows: readonly number[], term: (row: number) => readonly (string | Derivation)[]) {
  const [first, last] = [rows.slice(0, written), rows.slice(-1)];
  return [
    ...first.flatMap((row, i) => [...(i === 0 ? [] : ["+"]), ...term(row)]),
    `+ … ${rows.length - written - 1} more … +`,
    ...last.flatMap(term),
  ];
}
