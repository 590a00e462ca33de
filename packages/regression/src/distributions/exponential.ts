// e^x and its relatives in + - * / only, so that a statistic has the same bits in every JavaScript engine.

const ln2High = 0.6931471803691238; // ln 2 with its low 32 bits cleared, so that a whole number times it is exact
const ln2Low = 1.9082149292705877e-10;

/** e^x in float64, to about 1 ulp; 0 below -745. */
export function exponential(x: number): number {
  if (x > 709.79) return Number.POSITIVE_INFINITY;
  if (x < -745.2) return 0;
  const halvings = Math.round(x * Math.LOG2E);
  const high = x - halvings * ln2High;
  const rest = high - halvings * ln2Low;
  return timesPowerOfTwo(1 + (rest + remainderSeries(rest)), halvings);
}

/** e^x - 1 - x, to a few ulp wherever it is. */
export function exponentialRemainder(x: number): number {
  return Math.abs(x) < 0.5 ? remainderSeries(x) : exponential(x) - 1 - x;
}

/** e^x - 1, to a few ulp wherever it is. */
export function exponentialMinusOne(x: number): number {
  return Math.abs(x) < 0.5 ? x + remainderSeries(x) : exponential(x) - 1;
}

/** x²/2! + x³/3! + …, for |x| of at most ½. */
function remainderSeries(x: number): number {
  let sum = 0;
  for (let n = 15; n >= 3; n--) sum = (x / n) * (1 + sum);
  return 0.5 * x * x * (1 + sum);
}

/** value · 2^exponent; in two steps, since 2^1024 and 2^-1075 are no float64. */
export function timesPowerOfTwo(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
