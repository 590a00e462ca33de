// Numbers as people write them in cells. `Number(text)` alone is too generous: it takes "", "0x1F" and "Infinity".

/** The sign before the fraction. */
export type Decimal = "." | ",";

const withPoint = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const withComma = /^[+-]?(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Reads the text of a cell as a number, NaN if it is none.
 *
 * Sign, digits, fraction and exponent, as in `-12.5e3`; blanks around it are ignored. Hexadecimal, thousands separators,
 * "Infinity" and what is too large for float64 are no numbers.
 *
 * @example
 * ```ts
 * import { parseNumber } from "@neurite/tabular";
 *
 * console.log(parseNumber(" 1,5 ", ",")); // → 1.5
 * console.log(parseNumber("0x1F", ".")); // → NaN
 * ```
 */
export function parseNumber(text: string, decimal: Decimal): number {
  const trimmed = text.trim();
  if (!startsNumber(trimmed)) return Number.NaN;
  if (!(decimal === "," ? withComma : withPoint).test(trimmed)) return Number.NaN;
  const value = Number(decimal === "," ? trimmed.replace(",", ".") : trimmed);
  return Number.isFinite(value) ? value : Number.NaN;
}

/**
 * Finds the decimal sign of columns of text: a comma if more cells are numbers with a comma than with a point.
 *
 * Only for text whose cells are not parted by commas.
 */
export function findDecimal(columns: Iterable<ArrayLike<unknown>>): Decimal {
  let commas = 0;
  let points = 0;
  for (const cells of columns) {
    for (let row = 0; row < cells.length; row++) {
      const cell = cells[row];
      if (typeof cell !== "string") continue;
      const text = cell.trim();
      if (!startsNumber(text)) continue;
      if (text.includes(",")) commas += withComma.test(text) ? 1 : 0;
      else if (text.includes(".")) points += withPoint.test(text) ? 1 : 0;
    }
  }
  return commas > points ? "," : ".";
}

function startsNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 48 && first <= 57) || first === 45 || first === 43 || first === 46 || first === 44;
}
