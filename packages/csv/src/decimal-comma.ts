// In much of the world 1,5 is one and a half, and such tables put a semicolon between cells.
import type { Delimiter } from "./delimiter";

const commaNumber = /^[+-]?(?:\d*|\d{1,3}(?:\.\d{3})+),\d+(?:[eE][+-]?\d+)?$/;
const thousands = /^[+-]?\d{1,3}(?:\.\d{3})+$/;
const number = /^[+-]?[\d.,]*\d(?:[eE][+-]?\d+)?$/;
const dotNumber = /^[+-]?\d*\.\d+(?:[eE][+-]?\d+)?$/;

/**
 * Whether a table writes its numbers with a decimal comma: more cells say so than write a decimal point.
 *
 * Under a comma as delimiter never; under tab and bar only if one of the cells cannot be a thousands comma (`1,5`, not `1,500`).
 */
export function hasDecimalComma(rows: Iterable<readonly string[]>, delimiter: Delimiter): boolean {
  if (delimiter === ",") return false;
  let commas = 0;
  let points = 0;
  let certain = delimiter === ";";
  for (const row of rows) {
    for (const cell of row) {
      if (commaNumber.test(cell)) {
        commas++;
        if (!/,\d{3}$/.test(cell)) certain = true;
      } else if (dotNumber.test(cell) && !thousands.test(cell)) points++;
    }
  }
  return certain && commas > 0 && commas >= points;
}

/**
 * The cells of one column of such a table with a decimal point: `1.234,5` becomes `1234.5`; what is no such number stays as it is.
 *
 * `1.234` is a thousand and more only where another cell of the column has a decimal comma. A column that holds mostly text stays as it is.
 */
export function withDecimalPoint(cells: readonly string[]): readonly string[] {
  if (!cells.some((cell) => commaNumber.test(cell))) return cells;
  const filled = cells.filter((cell) => cell !== "");
  if (filled.filter((cell) => number.test(cell)).length * 2 < filled.length) return cells;
  return cells.map((cell) => {
    if (commaNumber.test(cell)) return cell.replaceAll(".", "").replace(",", ".");
    return thousands.test(cell) ? cell.replaceAll(".", "") : cell;
  });
}
