/** For tests: throws unless each number is within a relative 1e-8, or an absolute 1e-10 next to 0. */
export function expectNumbers(
  got: readonly (number | null | undefined)[],
  wanted: readonly number[],
  of: string,
): void {
  if (got.length !== wanted.length) throw new Error(`${of}: ${got.length} numbers for ${wanted.length}`);
  for (const [i, value] of wanted.entries()) {
    const off = Math.abs((got[i] ?? Number.NaN) - value);
    if (!(off <= 1e-8 * Math.abs(value) + 1e-10)) throw new Error(`${of}[${i}]: ${got[i]} for ${value}`);
  }
}
