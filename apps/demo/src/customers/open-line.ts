// A fitted line whose numbers open. A coefficient of several is that of one column alone, once the others have had their say about
// that column (Frisch and Waugh 1933): so each is a quotient of two sums, down to the cells.
import { leastSquares } from "neurite";
import { type Derivation, derived } from "../numbers/derivation";
import { sumOf } from "../numbers/sum-of";
import { type Customers, trainRows } from "./customers";
import { cellOf, type FittedLine, type LineColumn } from "./fit-line";
import { openCell } from "./open-cell";

type Column = LineColumn | "transactions";

/** A line with its numbers as they open. */
export interface OpenLine {
  readonly intercept: Derivation;
  /** In the order of the columns. */
  readonly coefficients: readonly Derivation[];
  predict(row: number): Derivation;
}

/** The line's intercept, coefficients and predictions, each with the arithmetic behind it. */
export function openLine(
  customers: Customers,
  line: Pick<FittedLine, "columns" | "intercept" | "coefficients">,
): OpenLine {
  const { columns } = line;
  const coefficients = columns.map((column, i) =>
    openCoefficient(
      customers,
      column,
      columns.filter((other) => other !== column),
      "transactions",
      line.coefficients[i] as number,
    ),
  );
  const intercept = openIntercept(customers, columns, "transactions", line.intercept, coefficients);
  return {
    intercept,
    coefficients,
    predict: (row) => openPrediction(customers, columns, intercept, coefficients, row, "transactions"),
  };
}

/** b₀ + Σ b · x in one row. */
function openPrediction(
  customers: Customers,
  columns: readonly LineColumn[],
  intercept: Derivation,
  coefficients: readonly Derivation[],
  row: number,
  target: Column,
): Derivation {
  const cells = columns.map((column) => openCell(customers, column, row));
  const value = coefficients.reduce((sum, b, i) => sum + b.value * (cells[i] as Derivation).value, intercept.value);
  return derived(`${target} that the line says of customer ${row + 1}`, value, () => [
    intercept,
    ...coefficients.flatMap((b, i) => ["+", b, "·", cells[i] as Derivation]),
  ]);
}

function openMean(customers: Customers, column: Column): Derivation {
  let sum = 0;
  for (let row = 0; row < trainRows; row++) sum += openCell(customers, column, row).value;
  return derived(`mean of ${column}`, sum / trainRows, () => [
    sumOf(`sum of ${column}`, sum, trainRows, (row) => openCell(customers, column, row)),
    `÷ ${trainRows}`,
  ]);
}

/** The line goes through the means: b₀ = mean of y - Σ b · mean of x. */
function openIntercept(
  customers: Customers,
  columns: readonly LineColumn[],
  target: Column,
  value: number,
  coefficients: readonly Derivation[],
): Derivation {
  return derived(`start of the line for ${target}`, value, () => [
    openMean(customers, target),
    ...columns.flatMap((column, i) => ["−", coefficients[i] as Derivation, "·", openMean(customers, column)]),
  ]);
}

/** b = Σ r · y ÷ Σ r², where r is what the other columns leave over of this one. */
function openCoefficient(
  customers: Customers,
  column: LineColumn,
  others: readonly LineColumn[],
  target: Column,
  value: number,
): Derivation {
  return derived(
    `${target} for one more of ${column}`,
    value,
    () => {
      const rest = openRest(customers, column, others);
      const rests = Array.from({ length: trainRows }, (_, row) => rest(row));
      const product = (row: number) => {
        const [r, y] = [rests[row] as Derivation, openCell(customers, target, row)];
        return derived(`customer ${row + 1}`, r.value * y.value, () => [r, "·", y]);
      };
      const square = (row: number) => {
        const r = rests[row] as Derivation;
        return derived(`customer ${row + 1}`, r.value ** 2, () => [r, "²"]);
      };
      const total = (term: (row: number) => Derivation) => rests.reduce((sum, _, row) => sum + term(row).value, 0);
      return [
        sumOf(`sum of rest of ${column} × ${target}`, total(product), trainRows, product),
        "÷",
        sumOf(`sum of squared rests of ${column}`, total(square), trainRows, square),
      ];
    },
    {
      note:
        others.length === 0
          ? `The slope with the least squares on the ${trainRows} training rows. The rest of ${column} is what it lies above its mean.`
          : `The slope with the least squares on the ${trainRows} training rows. The rest of ${column} is what ${others.join(" and ")} cannot say of it.`,
    },
  );
}

/** What a line through the other columns leaves over of a column, row by row. */
function openRest(
  customers: Customers,
  column: LineColumn,
  others: readonly LineColumn[],
): (row: number) => Derivation {
  const cells = (name: LineColumn) =>
    Float64Array.from({ length: trainRows }, (_, row) => cellOf(customers, name, row));
  const fit =
    others.length === 0
      ? undefined
      : leastSquares(
          others.map((name) => [name, cells(name)] as const),
          cells(column),
        );
  const slopes = others.map((other, i) =>
    openCoefficient(
      customers,
      other,
      others.filter((name) => name !== other),
      column,
      fit?.coefficients[i]?.estimate ?? 0,
    ),
  );
  const mean = openMean(customers, column);
  const start = fit ? openIntercept(customers, others, column, fit.intercept ?? 0, slopes) : mean;
  return (row) => {
    const actual = openCell(customers, column, row);
    const said = fit ? openPrediction(customers, others, start, slopes, row, column) : mean;
    return derived(`rest of ${column}, customer ${row + 1}`, actual.value - said.value, () => [actual, "−", said]);
  };
}
