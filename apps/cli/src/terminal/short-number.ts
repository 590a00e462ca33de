/** A number for people: four significant digits, without trailing zeros (0.9134, 1234000, 1.2e-7). */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(Math.abs(value) >= 1e4 ? Math.ceil(Math.log10(Math.abs(value))) : 4)));
}

/** A count with groups of three digits: 17,379. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A count with its noun: "1 row", "3 rows", "no rows". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  if (count === 0) return `no ${plural}`;
  return `${countText(count)} ${count === 1 ? noun : plural}`;
}
