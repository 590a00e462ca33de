import type { Tensor } from "@neurite/tensor";

/**
 * Numbers that are 0 for every purpose become 0: below 1e-30 in float32, 1e-290 in float64.
 *
 * An average that only shrinks, of a dead unit or a category not seen, ends as a denormal number that no longer changes
 * (0.9 × 4 units in the last place round to 4), and processors work on those many times slower.
 */
export function flush(average: Tensor): Tensor {
  const least = average.dtype === "float32" ? 1e-30 : 1e-290;
  return average.abs().less(least).where(0, average);
}
