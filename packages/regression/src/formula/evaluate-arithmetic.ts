import { NeuriteError } from "@neurite/tensor";
import { parseDecimal } from "../columns/parse-decimal";
import type { PreciseColumn } from "../columns/precise-column";
import { type DoubleDouble, doubleDouble, negate } from "../linear-algebra/double-double";
import type { Arithmetic } from "./arithmetic";
import { shown } from "./bad-formula";
import type { ColumnSource } from "./column-source";
import { functions } from "./functions";
import { operations } from "./operations";
import { filledColumn, isNumber, mapped, type Operand, paired } from "./precise-operand";

/** The numbers of arithmetic, row by row; `name` is what messages call it. */
export function evaluateArithmetic(of: Arithmetic, name: string, source: ColumnSource): PreciseColumn {
  const operand = evaluate(of, source);
  return finite(isNumber(operand) ? filledColumn(source.rows, () => operand) : operand, name);
}

/** Refuses numbers that float64 does not have. */
export function finite(column: PreciseColumn, name: string): PreciseColumn {
  const { high } = column;
  let row = 0;
  while (row < high.length && Number.isFinite(high[row])) row++;
  if (row === high.length) return column;
  throw new NeuriteError(
    "not-finite",
    `formula: ${shown(name)} should come to a finite number in every row, got ${high[row]} in row ${row} (counted from 0). Leave the row out, or change the formula.`,
  );
}

function evaluate(of: Arithmetic, source: ColumnSource): Operand {
  switch (of.kind) {
    case "number":
      return parseDecimal(of.text) ?? doubleDouble(Number(of.text));
    case "column":
      return source.numbers(of);
    case "negative":
      return mapped(evaluate(of.of, source), negate);
    case "call":
      return mapped(evaluate(of.of, source), functions[of.function] as (x: DoubleDouble) => DoubleDouble);
    case "power":
      return paired(evaluate(of.base, source), evaluate(of.exponent, source), operations["^"]);
    case "chain":
      return of.rest.reduce(
        (left, { sign, operand }) => paired(left, evaluate(operand, source), operations[sign]),
        evaluate(of.first, source),
      );
    default:
      return of satisfies never;
  }
}
