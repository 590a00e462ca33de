/** A number as people type it: also with a comma, a true minus sign and spaces. NaN where it is none. */
export function readNumber(text: string): number {
  const plain = text
    .trim()
    .replace(/^[−–]\s*/, "-")
    .replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}
