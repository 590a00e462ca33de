/** The part of `length` that falls to one of several, as first and end; parts begin at multiples of `unit`. */
export function cut(length: number, unit: number, part: number, parts: number): readonly [from: number, to: number] {
  const units = Math.ceil(length / unit);
  const at = (n: number) => Math.min(length, Math.floor((units * n) / parts) * unit);
  return [at(part), at(part + 1)];
}
