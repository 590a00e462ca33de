// Cholesky's factor in double-double arithmetic.
import { divide, doubleDouble, squareRoot, subtract } from "./double-double";
import { dotRows, doubleRows, entryOf, setEntry } from "./double-rows";
import type { PreciseTriangle } from "./precise-triangle";

/** Where less than this part of a column's square is left by those before it, products to some 70 bits say too little of the rest. */
const leastPart = 2 ** -40;

/**
 * R with R'R the given products of columns, of which those above the diagonal and on it are read. Columns of zeros get a row of zeros.
 *
 * Undefined where one of the first `count` columns nearly is a combination of those before it; what is left of the others may be as little as 0.
 */
export function preciseCholesky({ size, data: products }: PreciseTriangle, count: number): PreciseTriangle | undefined {
  const data = doubleRows(size * size);
  for (let j = 0; j < size; j++) {
    const at = j * size;
    const square = entryOf(products, at + j);
    if (square.high === 0) continue;
    for (let i = 0; i < j; i++) {
      const pivot = entryOf(data, i * size + i);
      if (pivot.high === 0) continue;
      const rest = subtract(entryOf(products, at + i), dotRows(data, i * size, data, at, i));
      setEntry(data, at + i, divide(rest, pivot));
    }
    const left = subtract(square, dotRows(data, at, data, at, j));
    if (j < count && !(left.high > leastPart * square.high)) return undefined;
    setEntry(data, at + j, left.high > 0 ? squareRoot(left) : doubleDouble(0));
  }
  return { size, data };
}
