import { backSubstitute, forwardSubstitute } from "./upper-triangle";

const steps = 100;
/** Half a unit in the eighth digit: more than anyone reads of a condition number. */
const settled = 1e-8;

/**
 * The condition number in the 2-norm (largest over smallest singular value) of R with its columns brought to length 1.
 *
 * R is an upper triangle, given by its columns, without a zero on its diagonal. By power iteration on R'R and on its inverse:
 * exact to a few digits, and never above the true value but for rounding. 1 for no columns.
 */
export function conditionNumber(columns: readonly Float64Array[]): number {
  return singularRatio(columns.map((column, j) => unitVector(column.subarray(0, j + 1))));
}

/** The same of columns as long as they are. */
export function singularRatio(columns: readonly Float64Array[]): number {
  if (columns.length <= 1) return 1;
  const largest = growth(columns.length, (v) => transposedProduct(columns, product(columns, v)));
  const inverse = growth(columns.length, (v) => backSubstitute(columns, forwardSubstitute(columns, v)));
  return Math.max(1, Math.sqrt(largest) * Math.sqrt(inverse));
}

/** The largest eigenvalue of a symmetric positive map. */
function growth(size: number, map: (v: Float64Array) => Float64Array): number {
  // Fractions of multiples of the golden ratio: at right angles to an eigenvector only by accident.
  let v = unitVector(Float64Array.from({ length: size }, (_, i) => 0.5 + (((i + 1) * 0.6180339887498949) % 1)));
  let value = 0;
  for (let step = 0; step < steps; step++) {
    const next = map(v);
    const length = lengthOf(next);
    v = unitVector(next);
    if (Math.abs(length - value) <= settled * length) return length;
    value = length;
  }
  return value;
}

function product(columns: readonly Float64Array[], v: Float64Array): Float64Array {
  const result = new Float64Array(columns.length);
  for (const [j, column] of columns.entries()) {
    const factor = v[j] as number;
    for (let i = 0; i <= j; i++) result[i] = (result[i] as number) + factor * (column[i] as number);
  }
  return result;
}

function transposedProduct(columns: readonly Float64Array[], v: Float64Array): Float64Array {
  return Float64Array.from(columns, (column, j) => {
    let sum = 0;
    for (let i = 0; i <= j; i++) sum += (column[i] as number) * (v[i] as number);
    return sum;
  });
}

function lengthOf(v: Float64Array): number {
  return Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
}

function unitVector(v: Float64Array): Float64Array {
  const length = lengthOf(v);
  return v.map((x) => x / length);
}
