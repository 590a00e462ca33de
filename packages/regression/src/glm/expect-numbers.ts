import { expect } from "vitest";

/** For tests: each number is within a relative 1e-8, and an absolute 1e-10 next to 0. */
export function expectNumbers(
  got: readonly (number | null | undefined)[],
  wanted: readonly number[],
  of: string,
): void {
  expect(got.length, of).toBe(wanted.length);
  for (const [i, value] of wanted.entries()) {
    const off = Math.abs((got[i] ?? Number.NaN) - value);
    expect(off <= 1e-8 * Math.abs(value) + 1e-10, `${of}[${i}]: ${got[i]} for ${value}`).toBe(true);
  }
}
