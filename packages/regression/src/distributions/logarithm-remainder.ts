import { naturalLog } from "@neurite/tensor";

/**
 * log(1 + x) - x, for x above -1, to a few ulp: next to 0 as 2 artanh s - x with s = x / (2 + x), where 2s - x = -s x exactly.
 */
export function logarithmRemainder(x: number): number {
  if (Math.abs(x) > 0.4) return naturalLog(1 + x) - x;
  const s = x / (2 + x);
  const square = s * s; // at most 1/16, so 13 terms reach 2^-53
  let series = 0;
  for (let odd = 27; odd >= 3; odd -= 2) series = (series + 1 / odd) * square;
  return 2 * s * series - s * x;
}

/** log(1 + x), for x above -1, to a few ulp wherever it is. */
export function logarithmOfOnePlus(x: number): number {
  return Math.abs(x) > 0.4 ? naturalLog(1 + x) : x + logarithmRemainder(x);
}
