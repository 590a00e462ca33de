// What is to be said of a function before it trains: by looking at its numbers, never at its text.

/** Values and slopes of a function at places in rising order. */
export interface Sampled {
  readonly places: Float64Array;
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}

export type FunctionWarning =
  /** A straight line: so is then the whole network. */
  | { readonly kind: "never bends" }
  /** Nearly nowhere a slope: the weights before it do not learn. */
  | { readonly kind: "learns nothing" }
  /** Faster than the square: `value` at `place`. */
  | { readonly kind: "grows without bound"; readonly place: number; readonly value: number }
  /** No number for these. */
  | { readonly kind: "not defined"; readonly where: string }
  /** A value, but no finite slope. */
  | { readonly kind: "no slope"; readonly where: string };

/** Where a function is looked at: the sums of a network that is not lost lie within, and 0 is one of the places. */
export function samplePlaces(): Float64Array {
  return Float64Array.from({ length: 2 * half + 1 }, (_, i) => (i - half) / perUnit);
}

const perUnit = 16;
const reach = 32;
const half = perUnit * reach;

/** The warnings for a function that was looked at. */
export function functionWarnings({ places, values, slopes }: Sampled): readonly FunctionWarning[] {
  const warnings: FunctionWarning[] = [];
  const defined = [...places.keys()].filter((i) => Number.isFinite(values[i]));
  const holes = placesWhere(places, (i) => !Number.isFinite(values[i]));
  // exp(x^2) overflows far out: that is growth, and no hole
  const overflows = [...places.keys()].some(
    (i) => Math.abs(values[i] as number) === Number.POSITIVE_INFINITY && Math.abs(places[i] as number) > 4,
  );
  if (holes !== undefined && !overflows) warnings.push({ kind: "not defined", where: holes });
  const steep = placesWhere(places, (i) => Number.isFinite(values[i]) && !Number.isFinite(slopes[i]));
  if (steep !== undefined && !overflows) warnings.push({ kind: "no slope", where: steep });

  const flat = defined.filter((i) => slopes[i] === 0).length;
  if (flat >= 0.98 * defined.length) warnings.push({ kind: "learns nothing" });
  else if (isStraight(defined, places, values)) warnings.push({ kind: "never bends" });

  const growth = growthOf(places, values);
  if (growth) warnings.push({ kind: "grows without bound", ...growth });
  return warnings;
}

/** Whether all values lie on one line; holes end it. */
function isStraight(defined: readonly number[], places: Float64Array, values: Float64Array): boolean {
  if (defined.length < places.length) return false;
  const [from, to] = [values[0] as number, values[values.length - 1] as number];
  const slope = (to - from) / (2 * reach);
  const size = Math.max(1, Math.abs(from), Math.abs(to));
  return defined.every(
    (i) => Math.abs((values[i] as number) - from - slope * ((places[i] as number) + reach)) < 1e-9 * size,
  );
}

/** Twice as far out, more than 4.5 times as large: that is more than the square does. */
function growthOf(places: Float64Array, values: Float64Array) {
  for (const side of [1, -1]) {
    const at = (far: number) => Math.abs(values[half + side * far * perUnit] as number);
    const [near, far] = [at(10), at(20)];
    const place = places[half + side * 10 * perUnit] as number;
    if (Number.isFinite(near) && near > 100 && far > 4.5 * near)
      return { place, value: values[half + side * 10 * perUnit] as number };
  }
  return undefined;
}

/** Where something holds, as "x ≤ 0", "x = 0" and the like; undefined where nowhere. */
function placesWhere(places: Float64Array, holds: (i: number) => boolean): string | undefined {
  const found = [...places.keys()].filter(holds);
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const text = (i: number) => String(places[i]).replace("-", "−");
  const whole = last - first === found.length - 1;
  if (whole && first === last) return `x = ${text(first)}`;
  // between two places nothing is known, so what ends before 0 is told as ending at 0
  const end = places.length - 1;
  if (whole && first === 0 && last < end) return places[last] === -1 / perUnit ? "x < 0" : `x ≤ ${text(last)}`;
  if (whole && last === end && first > 0) return places[first] === 1 / perUnit ? "x > 0" : `x ≥ ${text(first)}`;
  if (whole && first === 0) return "every x";
  return whole
    ? `${text(first)} ≤ x ≤ ${text(last)}`
    : `${found.length} of ${places.length} places between ${text(0)} and ${text(end)}`;
}
