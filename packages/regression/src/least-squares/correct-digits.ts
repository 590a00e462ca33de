/**
 * For tests: how many leading digits of a value agree with the certified one, -log10 of the relative error (NIST's measure).
 *
 * 17 for equal numbers, 0 for no number; where 0 is certified, -log10 of the absolute error.
 */
export function correctDigits(value: number | null | undefined, certified: number): number {
  if (value === null || value === undefined) return 0;
  if (value === certified) return 17;
  return -Math.log10(Math.abs(value - certified) / (certified === 0 ? 1 : Math.abs(certified)));
}
