/** n · 2^-places: as exact as the places are many. */
export interface Exact {
  readonly n: bigint;
  readonly places: number;
}

const bitsOf = (n: bigint) => (n < 0n ? -n : n).toString(2).length;
const shift = (n: bigint, by: number) => (by >= 0 ? n << BigInt(by) : n >> BigInt(-by));

/** A float64 number as it is; ∞ as 2^1024, where it begins. */
export function exactly(x: number): Exact {
  const bits = new BigInt64Array(Float64Array.of(x).buffer)[0] as bigint;
  const exponent = Number((bits >> 52n) & 2047n);
  const mantissa = (bits & ((1n << 52n) - 1n)) | (exponent ? 1n << 52n : 0n);
  return { n: bits < 0n ? -mantissa : mantissa, places: 1075 - Math.max(1, exponent) };
}

/** How far a float64 number is from an exact one, in units of the last place that the exact one has as float64. */
export function ulpsOff(got: number, exact: Exact): number {
  const ulp = Math.max(bitsOf(exact.n) - exact.places - 53, -1074);
  // Beyond the largest number, infinity is right.
  if (ulp > 971)
    return Math.abs(got) === Number.POSITIVE_INFINITY && got > 0 === exact.n > 0n ? 0 : Number.POSITIVE_INFINITY;
  const own = exactly(got);
  const places = Math.max(exact.places, own.places);
  const difference = shift(exact.n, places - exact.places) - shift(own.n, places - own.places);
  return Math.abs(Number(shift(difference, 20 - places - ulp))) / 2 ** 20;
}

/** x at a number of places. */
const at = (x: Exact, places: number) => shift(x.n, places - x.places);

/** Σ of terms that `next` makes each of the one before, until they are nothing. */
function series(
  first: bigint,
  next: (term: bigint, i: bigint) => bigint,
  part = (term: bigint, _i: bigint) => term,
): bigint {
  let sum = 0n;
  let term = first;
  for (let i = 0n; term !== 0n && term !== -1n; i++) {
    sum += part(term, i);
    term = next(term, i + 1n);
  }
  return sum;
}

function squareRoot(n: bigint): bigint {
  let root = 1n << BigInt((bitsOf(n) + 1) >> 1);
  for (;;) {
    const better = (root + n / root) >> 1n;
    if (better >= root) return root;
    root = better;
  }
}

function arctangentSeries(z: bigint, p: bigint, sign: bigint): bigint {
  const square = (z * z) >> p;
  return series(
    z,
    (term) => (sign * term * square) >> p,
    (term, i) => term / (2n * i + 1n),
  );
}

const known = new Map<string, bigint>();
function constant(name: "ln2" | "pi", places: number): bigint {
  const key = `${name} ${places}`;
  const p = BigInt(places + 32);
  const one = 1n << p;
  const value =
    known.get(key) ??
    (name === "ln2"
      ? 2n * arctangentSeries(one / 3n, p, 1n)
      : 16n * arctangentSeries(one / 5n, p, -1n) - 4n * arctangentSeries(one / 239n, p, -1n)) >> 32n;
  known.set(key, value);
  return value;
}

/** e^x for x at a number of places, which the result then has before it is shifted. */
function exponential(x: bigint, places: number): Exact {
  const p = BigInt(places);
  const ln2 = constant("ln2", places);
  const n = (2n * x + ln2) / (2n * ln2);
  const small = (x - n * ln2) >> 8n;
  let e = series(1n << p, (term, i) => ((term * small) >> p) / i);
  for (let i = 0; i < 8; i++) e = (e * e) >> p;
  return { n: e, places: places - Number(n) };
}

/** log x of a positive x. */
function logarithm(x: Exact, places: number): bigint {
  const n = bitsOf(x.n) - x.places;
  const p = BigInt(places);
  const m = shift(x.n, places - x.places - n);
  const one = 1n << p;
  // m is between ½ and 1; the series wants it near 1.
  const [by, near] = 10n * m < 7n * one ? [n - 1, 2n * m] : [n, m];
  return BigInt(by) * constant("ln2", places) + 2n * arctangentSeries(((near - one) << p) / (near + one), p, 1n);
}

function sine(x: bigint, places: number): bigint {
  const p = BigInt(places);
  const pi = constant("pi", places);
  const turns = (2n * x + pi) / (2n * pi) - (2n * x + pi < 0n ? 1n : 0n);
  const r = x - turns * pi;
  const square = (r * r) >> p;
  const s = series(r, (term, i) => -((term * square) >> p) / (2n * i * (2n * i + 1n)));
  return turns & 1n ? -s : s;
}

function arctangent(x: Exact, places: number): bigint {
  const p = BigInt(places);
  const one = 1n << p;
  const size = at({ ...x, n: x.n < 0n ? -x.n : x.n }, places);
  let z = size > one ? (one << p) / size : size;
  for (let i = 0; i < 3; i++) z = (z << p) / (one + squareRoot((one << p) + z * z));
  const angle = 8n * arctangentSeries(z, p, -1n);
  const positive = size > one ? (constant("pi", places) >> 1n) - angle : angle;
  return x.n < 0n ? -positive : positive;
}

function errorFunction(x: bigint, places: number): bigint {
  const p = BigInt(places);
  const square = (x * x) >> p;
  const sum = series(
    x,
    (term, i) => -((term * square) >> p) / i,
    (term, i) => term / (2n * i + 1n),
  );
  return ((2n * sum) << p) / squareRoot(constant("pi", places) << p);
}

const quotient = (a: bigint, b: bigint, places: number): Exact => ({ n: (a << BigInt(places)) / b, places });

/** The functions with many more places than float64 has, also relatively where their results are tiny. */
export const exactFunctions = {
  exp: (x: number) => exponential(at(exactly(x), 256), 256),
  log: (x: number): Exact => ({ n: logarithm(exactly(x), 256), places: 256 }),
  pow: (x: number, y: number): Exact => {
    const e = exponential((logarithm(exactly(Math.abs(x)), 512) * exactly(y).n) >> BigInt(exactly(y).places), 512);
    return x < 0 && y % 2 ? { ...e, n: -e.n } : e;
  },
  expm1: (x: number): Exact => {
    const p = placesFor(x);
    const e = exponential(at(exactly(x), p), p);
    return { n: at(e, p) - (1n << BigInt(p)), places: p };
  },
  log1p: (x: number): Exact => {
    const p = placesFor(x);
    return { n: logarithm({ n: at(exactly(x), p) + (1n << BigInt(p)), places: p }, p), places: p };
  },
  tanh: (x: number): Exact => {
    const p = placesFor(x);
    const one = 1n << BigInt(p);
    const e = at(exponential(at(exactly(-2 * Math.abs(x)), p), p), p);
    const y = quotient(one - e, one + e, p);
    return x < 0 ? { ...y, n: -y.n } : y;
  },
  sigmoid: (x: number): Exact => {
    const e = at(exponential(at(exactly(-x), 256), 256), 256);
    return { n: (1n << 1800n) / ((1n << 256n) + e), places: 1800 - 256 };
  },
  erf: (x: number): Exact =>
    // from 7 on it is 1 to 10^-22, and the series would be long
    Math.abs(x) < 7
      ? { n: errorFunction(at(exactly(x), placesFor(x)), placesFor(x)), places: placesFor(x) }
      : exactly(Math.sign(x)),
  sin: (x: number): Exact => ({ n: sine(at(exactly(x), placesFor(x)), placesFor(x)), places: placesFor(x) }),
  cos: (x: number): Exact => {
    const p = placesFor(x);
    return { n: sine(at(exactly(x), p) + (constant("pi", p) >> 1n), p), places: p };
  },
  atan: (x: number): Exact => ({ n: arctangent(exactly(x), placesFor(x)), places: placesFor(x) }),
};

function placesFor(x: number): number {
  return 256 + 256 * Math.ceil(Math.abs(Math.log2(Math.abs(x) || 1)) / 256);
}
