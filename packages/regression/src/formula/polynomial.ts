// Polynomials of a column: orthogonal to each other and to the intercept over the rows of the fit, or plain powers.
import { NeuriteError } from "@neurite/tensor";
import type { PreciseColumn } from "../columns/precise-column";
import {
  add,
  type DoubleDouble,
  divide,
  doubleDouble,
  multiply,
  squareRoot,
  subtract,
} from "../linear-algebra/double-double";
import { shown } from "./bad-formula";
import { operations } from "./operations";
import { filledColumn, mapped, numberAt, paired } from "./precise-operand";
import type { Polynomial } from "./variable";

/** What the rows of the fit tell of orthogonal polynomials, so that new rows get the same ones. */
export interface PolynomialBasis {
  /** αⱼ = Σ x pⱼ² / Σ pⱼ², from the constant polynomial on. */
  readonly centres: readonly DoubleDouble[];
  /** Σ pⱼ², from the constant polynomial on. */
  readonly norms: readonly DoubleDouble[];
}

/** x, x² … as columns. */
export function powersOf(x: PreciseColumn, degree: number): readonly PreciseColumn[] {
  return Array.from({ length: degree }, (_, i) => {
    const exponent = doubleDouble(i + 1);
    return mapped(x, (number) => operations["^"](number, exponent));
  });
}

/** The basis for the rows of a fit. There must be more distinct numbers than the degree. */
export function basisOf(x: PreciseColumn, { name, degree }: Polynomial): PolynomialBasis {
  const distinct = new Set(x.high).size;
  if (degree >= distinct) {
    throw new NeuriteError(
      "bad-data",
      `formula: the degree of ${shown(name)} should be below the number of distinct values, got ${degree} and ${distinct}. Lower the degree.`,
    );
  }
  const centres: DoubleDouble[] = [];
  const norms: DoubleDouble[] = [];
  for (const p of monic(x, { centres, norms }, degree)) {
    const squares = paired(p, p, multiply);
    const norm = sumOf(squares);
    norms.push(norm);
    centres.push(divide(sumOf(paired(squares, x, multiply)), norm));
  }
  const beyond = [...centres, ...norms].some(({ high, low }) => !Number.isFinite(high + low));
  if (!beyond) return { centres, norms };
  throw new NeuriteError(
    "not-finite",
    `formula: the numbers of ${shown(name)} to the power ${2 * degree + 1} are too large for float64 (above 1.8e308). Measure the column in other units.`,
  );
}

/**
 * The polynomials of degree 1 and more, each of length 1 over the rows of the fit and with a leading coefficient above 0.
 *
 * Source: R's `poly`; Forsythe, Generation and use of orthogonal polynomials, J. SIAM 5 (1957): pⱼ₊₁ = (x - αⱼ) pⱼ - (‖pⱼ‖² / ‖pⱼ₋₁‖²) pⱼ₋₁.
 */
export function orthogonalPolynomials(x: PreciseColumn, basis: PolynomialBasis): readonly PreciseColumn[] {
  const [, ...polynomials] = monic(x, basis, basis.norms.length - 1);
  return polynomials.map((p, i) => {
    const length = squareRoot(basis.norms[i + 1] as DoubleDouble);
    return mapped(p, (number) => divide(number, length));
  });
}

/** From the constant polynomial on; each step asks the basis for what the steps before it may have added. */
function* monic(x: PreciseColumn, { centres, norms }: PolynomialBasis, degree: number): Generator<PreciseColumn> {
  const rows = x.high.length;
  let before = filledColumn(rows, () => doubleDouble(0));
  let p = filledColumn(rows, () => doubleDouble(1));
  yield p;
  for (let j = 0; j < degree; j++) {
    const centre = centres[j] as DoubleDouble;
    const ratio = j === 0 ? doubleDouble(0) : divide(norms[j] as DoubleDouble, norms[j - 1] as DoubleDouble);
    const shifted = paired(
      mapped(x, (number) => subtract(number, centre)),
      p,
      multiply,
    );
    const next = paired(
      shifted,
      mapped(before, (number) => multiply(number, ratio)),
      subtract,
    );
    [before, p] = [p, next];
    yield p;
  }
}

function sumOf(numbers: PreciseColumn): DoubleDouble {
  let sum = doubleDouble(0);
  for (let row = 0; row < numbers.high.length; row++) {
    sum = add(sum, numberAt(numbers, row));
  }
  return sum;
}
