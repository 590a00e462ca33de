import type { Data } from "@neurite/tensor";

/**
 * A power of two near the largest size in these numbers, so that squares of what is divided by it never overflow; `null` where one of
 * them is not finite.
 */
export function unitOf(parts: readonly Data[]): number | null {
  let largest = 0;
  for (const part of parts) {
    for (const x of part) {
      if (!Number.isFinite(x)) return null;
      largest = Math.max(largest, Math.abs(x));
    }
  }
  if (largest === 0) return 1;
  let unit = 1;
  while (unit <= largest / 2) unit *= 2;
  while (unit > largest && unit > 1e-300) unit /= 2;
  return unit;
}
