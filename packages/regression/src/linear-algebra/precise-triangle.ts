// Householder QR over row blocks like triangle.ts, in double-double arithmetic: about 31 digits, some six times as slow.
// For columns so nearly collinear that float64 would lose the digits asked for.

import { type ScaledColumn, writeRows } from "../columns/scaled-column";
import { add, divide, doubleDouble, multiply, negate, squareRoot, subtract } from "./double-double";
import { type DoubleRows, dotRows, doubleRows, entryOf, setEntry, subtractMultiple } from "./double-rows";

/** A square matrix, column by column: the entry of row i and column j is number `j * size + i`. */
export interface PreciseTriangle {
  readonly size: number;
  readonly data: DoubleRows;
}

/** Upper triangle R of the QR decomposition of the columns, their rows multiplied by the square roots of the weights. */
export function preciseTriangleOf(
  columns: readonly ScaledColumn[],
  weights: Float64Array | undefined,
): PreciseTriangle {
  const size = columns.length;
  const rows = columns[0]?.values.length ?? 0;
  const triangle = { size, data: doubleRows(size * size) };
  const height = Math.max(32, Math.min(1024, Math.floor(16384 / Math.max(1, size))));
  const block = doubleRows(height * size);
  for (let from = 0; from < rows; from += height) {
    const count = Math.min(height, rows - from);
    for (let j = 0; j < size; j++) writeRows(columns[j] as ScaledColumn, from, count, block, j * height);
    if (weights !== undefined) weigh(block, height, weights, from, count);
    for (let j = 0; j < size; j++) fold(triangle, block, height, count, j);
  }
  return triangle;
}

function weigh(block: DoubleRows, height: number, weights: Float64Array, from: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const root = squareRoot(doubleDouble(weights[from + i] as number));
    for (let at = i; at < block.high.length; at += height) setEntry(block, at, multiply(entryOf(block, at), root));
  }
}

/** Reflects column j of the block into the triangle's row j, and the columns after it along. */
function fold({ size, data }: PreciseTriangle, block: DoubleRows, height: number, count: number, j: number): void {
  const v = j * height;
  const corner = entryOf(data, j * size + j);
  const below = dotRows(block, v, block, v, count);
  const square = add(multiply(corner, corner), below);
  // Nothing to reflect, or less than any column has that was found independent.
  if (square.high < 1e-290) return;
  const norm = squareRoot(square);
  const beta = corner.high > 0 ? negate(norm) : norm;
  const top = subtract(corner, beta);
  const factor = divide(doubleDouble(2), add(multiply(top, top), below));
  setEntry(data, j * size + j, beta);
  for (let k = j + 1; k < size; k++) {
    const at = k * size + j;
    const above = entryOf(data, at);
    const product = multiply(add(multiply(top, above), dotRows(block, v, block, k * height, count)), factor);
    setEntry(data, at, subtract(above, multiply(product, top)));
    subtractMultiple(product, block, v, block, k * height, count);
  }
}

/** Solves R'z = c for the first columns of R, as many as c has entries. */
export function solveTransposedPrecisely({ size, data }: PreciseTriangle, c: Float64Array): DoubleRows {
  const z = doubleRows(c.length);
  let first = 0;
  while (first < c.length && c[first] === 0) first++;
  for (let j = first; j < c.length; j++) {
    const known = dotRows(data, j * size + first, z, first, j - first);
    setEntry(z, j, divide(subtract(doubleDouble(c[j] as number), known), entryOf(data, j * size + j)));
  }
  return z;
}
