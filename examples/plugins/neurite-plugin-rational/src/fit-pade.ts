import { NeuriteError } from "@neurite/tensor";
import { solveLinear } from "./solve-linear";
import type { Coefficients } from "./start-forms";

export interface FitPadeOptions {
  /** The degrees of numerator and denominator: [5, 4] unless told otherwise. */
  readonly degrees?: readonly [number, number] | undefined;
  /** Where the two should agree: from -3 to 3 unless told otherwise. */
  readonly range?: readonly [number, number] | undefined;
}

/** Where the fit looks, evenly spread. */
const points = 601;
/** Far more than degrees 5 and 4 take. */
const mostSteps = 300;

/**
 * Start coefficients that bring the quotient near a function of your own, for any degrees.
 *
 * Formula: least squares of P(x) / (1 + |x B(x)|) - f(x) at 601 points, by Levenberg and Marquardt's method, from P = 0 and all bᵢ 0 or 1.
 * It runs once, before training, in float64. What it gives belongs into the program as numbers where the bits of a training should be the same
 * everywhere: JavaScript leaves the last bits of functions such as `Math.exp` open.
 * Throws `bad-argument` for degrees that are not whole numbers above 0 or above 8, and a range that is none.
 * Source: Marquardt, "An algorithm for least-squares estimation of nonlinear parameters" (1963).
 *
 * @example
 * ```ts
 * import { fitPade, pade } from "neurite-plugin-rational";
 *
 * const start = fitPade((x) => x / (1 + Math.abs(x)), { degrees: [3, 2] });
 * console.log(start.numerator.length, start.denominator.length, start.error < 0.03); // → 4 2 true
 * console.log(pade({ start }).kind); // → rational/pade
 * ```
 */
export function fitPade(
  target: (x: number) => number,
  { degrees = [5, 4], range = [-3, 3] }: FitPadeOptions = {},
): Coefficients & { /** The largest distance at the 601 points. */ readonly error: number } {
  const [m, n] = degrees;
  const [from, to] = range;
  if (![m, n].every((degree) => Number.isInteger(degree) && degree > 0 && degree <= 8) || !(from < to)) {
    throw new NeuriteError(
      "bad-argument",
      `fitPade: expected degrees from 1 to 8 and a range from low to high, got [${degrees}] and [${range}]. Pass such numbers.`,
    );
  }
  const xs = Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1));
  const targets = xs.map(target);
  const misses = (c: readonly number[]) => xs.map((x, i) => (targets[i] ?? 0) - valueAt(x, c, m).value);
  const squares = (list: readonly number[]) => list.reduce((sum, miss) => sum + miss * miss, 0);

  // powers of one parity, so that |B| starts as one branch
  let best = Array.from({ length: m + 1 + n }, (_, i) => Number(i > m && (m + n - i) % 2 === 0));
  let left = misses(best);
  for (let damping = 1e-3, taken = 0; damping < 1e12 && taken < mostSteps; taken++) {
    const next = step(xs, left, best, m, damping);
    const miss = misses(next);
    if (squares(miss) < squares(left) * (1 - 1e-9)) {
      [best, left, damping] = [next, miss, damping / 10];
    } else damping *= 10;
  }
  const error = left.reduce((largest, miss) => Math.max(largest, Math.abs(miss)), 0);
  return { numerator: best.slice(0, m + 1), denominator: best.slice(m + 1), error };
}

/** The quotient at x, and its derivative by each coefficient. */
function valueAt(x: number, coefficients: readonly number[], m: number): { value: number; slopes: readonly number[] } {
  const powers = coefficients.map((_, i) => x ** (i <= m ? i : i - m));
  const sum = (from: number, to: number) =>
    coefficients.slice(from, to).reduce((total, c, i) => total + c * (powers[from + i] ?? 0), 0);
  const inside = sum(m + 1, coefficients.length);
  const below = 1 + Math.abs(inside);
  const value = sum(0, m + 1) / below;
  const toDenominator = (-value * Math.sign(inside)) / below;
  return { value, slopes: powers.map((power, i) => power * (i <= m ? 1 / below : toDenominator)) };
}

/** One step: the normal equations, their diagonal enlarged by `damping`. */
function step(
  xs: readonly number[],
  misses: readonly number[],
  from: readonly number[],
  m: number,
  damping: number,
): number[] {
  const system = from.map(() => new Array<number>(from.length + 1).fill(0));
  xs.forEach((x, point) => {
    const { slopes } = valueAt(x, from, m);
    const row = [...slopes, misses[point] ?? 0];
    system.forEach((sums, i) => {
      row.forEach((entry, j) => {
        sums[j] = (sums[j] ?? 0) + (slopes[i] ?? 0) * entry;
      });
    });
  });
  system.forEach((sums, i) => {
    // the small number keeps a coefficient that changes nothing where it is
    sums[i] = (sums[i] ?? 0) * (1 + damping) + 1e-30;
  });
  return solveLinear(system).map((change, i) => (from[i] ?? 0) + change);
}
