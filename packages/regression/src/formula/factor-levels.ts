import { NeuriteError } from "@neurite/tensor";
import type { ColumnValues } from "../columns/columns";
import { parseDecimal } from "../columns/parse-decimal";
import { listed, shown } from "./bad-formula";

/**
 * Whether the cells of a column are text and not numbers.
 *
 * A column that holds both is refused: one bad cell would make a factor of hundreds of levels of it.
 */
export function isText(cells: ColumnValues, name: string): boolean {
  if (typeof cells[0] !== "string") return false;
  const row = cells.findIndex((cell) => !isNumber(cell));
  if (row < 0) return false;
  if (!cells.some(isNumber)) return true;
  const remedy = `Mend the cell, leave the row out, or write C(${name}) for a factor.`;
  throw badCell(`column ${shown(name)} should hold numbers alone, or text alone`, cells[row], row, remedy);
}

/** The levels that cells have, at least two: numbers by size, text by its code units. */
export function levelsOf(cells: ColumnValues, name: string): readonly string[] {
  const numeric = !cells.some((cell) => !isNumber(cell));
  const texts = new Set<string>();
  for (let row = 0; row < cells.length; row++) texts.add(levelAt(cells, row, numeric, name));
  const levels = [...texts].sort((a, b) => (numeric && Number(a) - Number(b)) || (a < b ? -1 : 1));
  if (levels.length > 1) return levels;
  throw new NeuriteError(
    "bad-data",
    `formula: factor ${shown(name)} should have at least 2 levels, got only ${listed(levels)}. Leave it out of the formula.`,
  );
}

/** The place of each row's level among the levels. */
export function levelPlaces(cells: ColumnValues, levels: readonly string[], name: string): Int32Array {
  const numeric = levels.every(isNumber);
  const places = new Map(levels.map((level, place) => [level, place]));
  return Int32Array.from({ length: cells.length }, (_, row) => {
    const place = places.get(levelAt(cells, row, numeric, name));
    if (place !== undefined) return place;
    const expected = `factor ${shown(name)} should have one of the levels ${listed(levels)}`;
    throw badCell(expected, cells[row], row, "Leave the row out, or fit anew with rows of this level.");
  });
}

/** Numbers in their shortest form, so that 1 and 1.0 are one level; but all digits of those that float64 would mix up. */
function levelAt(cells: ColumnValues, row: number, numeric: boolean, name: string): string {
  const cell: unknown = cells[row];
  if (typeof cell === "number" && Number.isFinite(cell)) return String(cell);
  if (typeof cell === "string" && cell.trim() !== "") {
    const isExact = numeric && isNumber(cell) && Math.abs(Number(cell)) <= Number.MAX_SAFE_INTEGER;
    return isExact ? String(Number(cell)) : cell;
  }
  const remedy = "Mend the cell or leave the row out.";
  throw badCell(`factor ${shown(name)} should have a level in every row`, cell, row, remedy);
}

function isNumber(cell: unknown): boolean {
  return typeof cell === "string" ? parseDecimal(cell) !== undefined : typeof cell === "number";
}

function badCell(expected: string, cell: unknown, row: number, remedy: string): NeuriteError {
  const got = typeof cell === "string" ? shown(cell) : String(cell);
  return new NeuriteError("bad-cell", `formula: ${expected}, got ${got} in row ${row} (counted from 0). ${remedy}`);
}
