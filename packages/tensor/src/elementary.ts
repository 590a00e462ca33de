/**
 * Functions in plain arithmetic (+ - * / only), where JavaScript's own may differ in the last bit between engines,
 * and the error function, which JavaScript lacks.
 */

const ln2High = 0.6931471803691238; // ln 2 with its low 32 bits cleared, so that a whole number times it is exact
const ln2Low = 1.9082149292705877e-10;

/** The natural logarithm, to about 1 ulp: log m = 2 artanh((m - 1) / (m + 1)). */
export function naturalLog(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return x === 0 ? Number.NEGATIVE_INFINITY : x > 0 ? x : Number.NaN;
  let mantissa = x;
  let exponent = 0;
  for (; mantissa > Math.SQRT2; exponent++) mantissa /= 2;
  for (; mantissa < Math.SQRT1_2; exponent--) mantissa *= 2;
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s; // at most 0.0295, so 12 terms reach 2^-60
  let series = 0;
  for (let odd = 25; odd >= 3; odd -= 2) series = (series + 1 / odd) * square;
  return exponent * ln2High + (2 * s + (2 * s * series + exponent * ln2Low));
}

/** cos(2π · turn) for a turn from 0 to 1: folded into an eighth of a turn, then the Taylor series. */
export function cosineOfTurn(turn: number): number {
  const half = turn > 0.5 ? 1 - turn : turn; // cos is even and has period 1
  const quarter = half > 0.25 ? 0.5 - half : half; // cos(π - a) = -cos a
  const sign = half > 0.25 ? -1 : 1;
  return sign * (quarter > 0.125 ? sineSeries(0.25 - quarter) : cosineSeries(quarter));
}

function cosineSeries(turn: number): number {
  const angle = 2 * Math.PI * turn;
  let sum = 0;
  for (let n = 9; n >= 1; n--) sum = (-(angle * angle) / ((2 * n - 1) * (2 * n))) * (1 + sum);
  return 1 + sum;
}

function sineSeries(turn: number): number {
  const angle = 2 * Math.PI * turn;
  let sum = 0;
  for (let n = 9; n >= 1; n--) sum = (-(angle * angle) / (2 * n * (2 * n + 1))) * (1 + sum);
  return angle * (1 + sum);
}

/**
 * erf(x) = 2/√π ∫₀ˣ e^(-t²) dt, to about 2 ulp.
 *
 * Below 2 the series with positive terms only, above it the continued fraction of 1 - erf.
 * Source: Abramowitz and Stegun, "Handbook of Mathematical Functions", 7.1.6 and 7.1.14.
 */
export function errorFunction(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(x)) return x;
  if (a > 6) return Math.sign(x);
  if (a < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return sum * Math.exp(-x * x) * 1.1283791670955126;
  }
  let fraction = a;
  for (let n = 60; n >= 1; n--) fraction = a + n / 2 / fraction;
  return Math.sign(x) * (1 - (Math.exp(-a * a) / fraction) * 0.5641895835477563);
}
