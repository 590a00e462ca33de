// A fitted line whose numbers open. A coefficient of several is that of one column alone, once the others have had their say about
// that column (Frisch and Waugh 1933): so each is a quotient of two sums, down to the cells.
import { leastSquares } from "neurite";
import { type Derivation, derived } from "./derivation";
import type { OpenTable } from "./open-table";
import { sumOf } from "./sum-of";

/** A line as it was fitted to all rows of a table. */
interface Line<Column> {
  readonly columns: readonly Column[];
  readonly target: Column;
  readonly intercept: number;
  /** In the order of the columns. */
  readonly coefficients: readonly number[];
}

/** A line with its numbers as they open. */
export interface OpenLine {
  readonly intercept: Derivation;
  /** In the order of the columns. */
  readonly coefficients: readonly Derivation[];
  /** What it says of a row, one that it was not fitted to as well. */
  predict(row: number): Derivation;
}

/** The line's intercept, coefficients and predictions, each with the arithmetic behind it. */
export function openLeastSquares<Column extends string>(table: OpenTable<Column>, line: Line<Column>): OpenLine {
  const { columns, target } = line;
  const coefficients = columns.map((column, i) =>
    openCoefficient(table, column, others(columns, column), target, line.coefficients[i] as number),
  );
  const intercept = openIntercept(table, line, coefficients);
  return { intercept, coefficients, predict: (row) => openPrediction(table, line, intercept, coefficients, row) };
}

const others = <Column>(columns: readonly Column[], column: Column) => columns.filter((other) => other !== column);

/** b₀ + Σ b · x in one row. */
function openPrediction<Column extends string>(
  table: OpenTable<Column>,
  { columns, target }: Line<Column>,
  intercept: Derivation,
  coefficients: readonly Derivation[],
  row: number,
): Derivation {
  const cells = columns.map((column) => table.cell(column, row));
  const value = coefficients.reduce((sum, b, i) => sum + b.value * (cells[i] as Derivation).value, intercept.value);
  return derived(`${target} that the line says of ${table.rowName(row)}`, value, () => [
    intercept,
    ...coefficients.flatMap((b, i) => ["+", b, "·", cells[i] as Derivation]),
  ]);
}

function openMean<Column extends string>(table: OpenTable<Column>, column: Column): Derivation {
  let sum = 0;
  for (let row = 0; row < table.rows; row++) sum += table.cell(column, row).value;
  return derived(`mean of ${column}`, sum / table.rows, () => [
    sumOf(`sum of ${column}`, sum, table.rows, (row) => table.cell(column, row)),
    `÷ ${table.rows}`,
  ]);
}

/** The line goes through the means: b₀ = mean of y - Σ b · mean of x. */
function openIntercept<Column extends string>(
  table: OpenTable<Column>,
  { columns, target, intercept }: Line<Column>,
  coefficients: readonly Derivation[],
): Derivation {
  return derived(`start of the line for ${target}`, intercept, () => [
    openMean(table, target),
    ...columns.flatMap((column, i) => ["−", coefficients[i] as Derivation, "·", openMean(table, column)]),
  ]);
}

/** b = Σ r · y ÷ Σ r², where r is what the other columns leave over of this one. */
function openCoefficient<Column extends string>(
  table: OpenTable<Column>,
  column: Column,
  beside: readonly Column[],
  target: Column,
  value: number,
): Derivation {
  const how = (): readonly (string | Derivation)[] => {
    const rest = openRest(table, column, beside);
    const rests = Array.from({ length: table.rows }, (_, row) => rest(row));
    const product = (row: number) => {
      const [r, y] = [rests[row] as Derivation, table.cell(target, row)];
      return derived(table.rowName(row), r.value * y.value, () => [r, "·", y]);
    };
    const square = (row: number) => {
      const r = rests[row] as Derivation;
      return derived(table.rowName(row), r.value ** 2, () => [r, "²"]);
    };
    const total = (term: (row: number) => Derivation) => rests.reduce((sum, _, row) => sum + term(row).value, 0);
    return [
      sumOf(`sum of rest of ${column} × ${target}`, total(product), table.rows, product),
      "÷",
      sumOf(`sum of squared rests of ${column}`, total(square), table.rows, square),
    ];
  };
  const rest = beside.length === 0 ? "it lies above its mean" : `${beside.join(" and ")} cannot say of it`;
  return derived(`${target} for one more of ${column}`, value, how, {
    note: `The slope with the least squares on ${table.rows} rows. The rest of ${column} is what ${rest}.`,
  });
}

/** What a line through the other columns leaves over of a column, row by row. */
function openRest<Column extends string>(
  table: OpenTable<Column>,
  column: Column,
  beside: readonly Column[],
): (row: number) => Derivation {
  const said = beside.length === 0 ? constant(openMean(table, column)) : fitted(table, column, beside).predict;
  return (row) => {
    const [actual, guess] = [table.cell(column, row), said(row)];
    return derived(`rest of ${column}, ${table.rowName(row)}`, actual.value - guess.value, () => [actual, "−", guess]);
  };
}

const constant = (of: Derivation) => () => of;

function fitted<Column extends string>(table: OpenTable<Column>, target: Column, columns: readonly Column[]): OpenLine {
  const cells = (name: Column) => Float64Array.from({ length: table.rows }, (_, row) => table.cell(name, row).value);
  const { intercept, coefficients } = leastSquares(
    columns.map((name) => [name, cells(name)] as const),
    cells(target),
  );
  return openLeastSquares(table, {
    columns,
    target,
    intercept: intercept ?? 0,
    coefficients: coefficients.map(({ estimate }) => estimate),
  });
}
