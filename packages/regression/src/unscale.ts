// The way back from scaled columns to the caller's units.
import type { Refined } from "./refine";
import { type ScaledColumn, timesPowerOfTwo } from "./scaled-column";

/** A coefficient in the caller's units. */
export function slope(column: ScaledColumn, target: ScaledColumn, scaled: number): number {
  return timesPowerOfTwo((scaled * column.scale) / target.scale, target.exponent - column.exponent);
}

/** The intercept: moves the centre back to the origin, in double-double where the products are large and nearly cancel. */
export function interceptOf(kept: readonly ScaledColumn[], target: ScaledColumn, { high, low }: Refined): number {
  let sum = target.shift * target.scale;
  let rest = 0;
  const add = (value: number) => {
    const next = sum + value;
    const v = next - sum;
    rest += sum - (next - v) + (value - v);
    sum = next;
  };
  add(high[0] as number);
  rest += low[0] as number;
  for (let j = 1; j < kept.length; j++) {
    const { shift, scale } = kept[j] as ScaledColumn;
    const [product, error] = exactProduct(-shift * scale, high[j] as number);
    add(product);
    rest += error - shift * scale * (low[j] as number);
  }
  return timesPowerOfTwo((sum + rest) / target.scale, target.exponent);
}

function exactProduct(a: number, b: number): readonly [product: number, error: number] {
  const product = a * b;
  const a1 = 134217729 * a - (134217729 * a - a);
  const b1 = 134217729 * b - (134217729 * b - b);
  const a2 = a - a1;
  const b2 = b - b1;
  return [product, a2 * b2 - (product - a1 * b1 - a2 * b1 - a1 * b2)];
}
