import { formatNumber, formatShort } from "../../numbers/format-number";

const names = ["", " thousand", " million", " billion", " trillion"] as const;

/** A count of any size for reading: 4801, 60 thousand, 1.5 billion. */
export function countText(count: number): string {
  const whole = Number.isInteger(count) && count < 1e4;
  if (whole || count < 1) return whole ? formatNumber(count, 0) : formatShort(count, 2);
  const power = Math.min(names.length - 1, Math.floor(Math.log10(Number(count.toPrecision(3))) / 3));
  return `${formatShort(count / 1000 ** power, 3)}${names[power]}`;
}
