// Least squares on the customers: chapters 1 and 2.
import { createCustomers } from "../customers/customers";
import { ceiling, type FittedLine, fitLine, type LineColumn } from "../customers/fit-line";
import { fitBoth } from "../learn/what-it-misses/interaction-scores";
import { crossing, largestBalance, ownLines, type TwoLines } from "../learn/what-it-misses/two-lines";
import { type Figures, figure } from "./figure";

const within = 0.0005;

const models: Readonly<Record<string, readonly LineColumn[]>> = {
  age: ["age"],
  balance: ["balance"],
  "age, balance": ["age", "balance"],
  "age, retired": ["age", "retired"],
  "straight line": ["age", "balance", "retired"],
  "with product": ["age", "balance", "retired", "balance × retired"],
  "parallel lines": ["balance", "retired"],
  "two lines": ["balance", "retired", "balance × retired"],
};

const tenths = Array.from({ length: 11 }, (_, i) => i / 10);

/** Held-out R² over the interaction; at none, half and all of it each model's, on both parts of the rows. */
export function lineScores(): Figures {
  const figures: Record<string, Figures[string]> = {};
  for (const k of [...tenths, 0.06, 0.07]) {
    const customers = createCustomers(k);
    if (k % 0.5 === 0) {
      for (const [name, columns] of Object.entries(models)) {
        const { train, heldOut } = fitLine(customers, columns);
        figures[`${name}, k = ${k}: training R²`] = figure(train.r2, within);
        figures[`${name}, k = ${k}: held-out R²`] = figure(heldOut.r2, within);
      }
      figures[`ceiling, k = ${k}: held-out R²`] = figure(ceiling(customers).r2, within);
    }
    const { line, product } = fitBoth(customers);
    figures[`straight line, k = ${k}: held-out R²`] = figure(line.heldOut.r2, within);
    figures[`with product, k = ${k}: held-out R²`] = figure(product.heldOut.r2, within);
    figures[`gain of the product, k = ${k}`] = figure(product.heldOut.r2 - line.heldOut.r2, within);
    figures[`straight line, k = ${k}: balance`] = figure(line.coefficients[1] ?? Number.NaN, within);
  }
  return figures;
}

const coefficients = (name: string, { columns, intercept, coefficients }: FittedLine): Figures =>
  Object.fromEntries([
    [`${name}: intercept`, figure(intercept, within)],
    ...columns.map((column, i) => [`${name}: ${column}`, figure(coefficients[i] ?? Number.NaN, within)] as const),
  ]);

/** What the lines of chapter 1 say, and how much they miss; k = 0. */
export function straightLineFigures(): Figures {
  const customers = createCustomers(0);
  const byAge = fitLine(customers, ["age"]);
  return {
    "flat line: mean square": figure(fitLine(customers, []).train.meanSquare, within * 10),
    "age: mean square": figure(byAge.train.meanSquare, within),
    ...coefficients("age", byAge),
  };
}

/** What the lines of chapter 2 say where the columns act together in full. */
export function crossingFigures(): Figures {
  const customers = createCustomers(1);
  const { line, product } = fitBoth(customers);
  const { intercept: working, coefficients: slopes } = fitLine(customers, models["two lines"] ?? []);
  const [own = 0, turn = 0, more = 0] = slopes;
  const retired = working + turn;
  const lines: TwoLines = {
    working: [working, working + own * largestBalance],
    retired: [retired, retired + (own + more) * largestBalance],
  };
  return {
    ...coefficients("straight line", line),
    ...coefficients("with product", product),
    "straight line: held-out error": figure(line.heldOut.rmse, 0.005),
    "with product: held-out error": figure(product.heldOut.rmse, 0.005),
    "working: intercept": figure(working, 0.005),
    "working: balance": figure(own, within),
    "retired: intercept": figure(retired, 0.005),
    "retired: balance": figure(own + more, within),
    "lines cross at balance": figure(crossing(lines) ?? Number.NaN, 0.05),
    "two lines: held-out R²": figure(ownLines(customers, lines).heldOut.r2, within),
  };
}
