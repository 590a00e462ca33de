import { type DType, isFloat, type Value } from "@neurite/tensor";

const unit = { float32: 2 ** -23, float64: 2 ** -52, int32: 0, bool: 0 } as const satisfies Record<DType, number>;
const least = { float32: 2 ** -149, float64: 2 ** -1074, int32: 0, bool: 0 } as const satisfies Record<DType, number>;

/** How many numbers were compared, and how many of them the program itself leaves open. */
export const tally = { compared: 0, open: 0 };

/**
 * What is wrong with a value, or nothing.
 *
 * `others` are the answers of programs whose numbers are off by some last places: what they disagree on wholly is open.
 */
export function apart(name: string, want: Value, got: Value, others: readonly Value[]): string | undefined {
  if (got.dtype !== want.dtype || got.data.length !== want.data.length || got.shape.join() !== want.shape.join())
    return `${name} is ${got.dtype} [${got.shape}] (${got.data.length}), not ${want.dtype} [${want.shape}]`;
  for (let i = 0; i < want.data.length; i++) {
    const [a, b] = [want.data[i] as number, got.data[i] as number];
    tally.compared++;
    const around = others.map(({ data }) => data[i] as number);
    const spread = around.reduce((most, x) => Math.max(most, distance(a, x)), 0);
    if (spread === Number.POSITIVE_INFINITY || (spread > 0 && !isFloat(want.dtype))) {
      tally.open++;
      continue;
    }
    const scale = Number.isFinite(a) ? Math.abs(a) : 0;
    const tolerance = 24 * spread + 8 * unit[want.dtype] * scale + 16 * least[want.dtype];
    if (tolerance > 1e-3 * scale) tally.open++;
    if (!(distance(a, b) <= tolerance)) return `${name}[${i}] is ${b} instead of ${a} ± ${tolerance} (${want.dtype})`;
  }
  return undefined;
}

/** 0 for equals (NaN and NaN too), infinite where only one is a number. */
function distance(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  return Number.isFinite(a) && Number.isFinite(b) ? Math.abs(a - b) : Number.POSITIVE_INFINITY;
}
