// For tests: the fits of statsmodels in test-data/inference/statsmodels.json.
import { expect } from "vitest";
import stored from "../test-data/inference/statsmodels.json" with { type: "json" };

export const { fits, comparison } = stored;

/** The columns of a stored table, by its name. */
export const tables: Readonly<Record<string, Readonly<Record<string, readonly number[] | readonly string[]>>>> =
  stored.tables;

/**
 * Every number within a part of 1e-9 of what is expected, or of `size` where the number is what two larger ones leave (statsmodels
 * itself has about 10 digits); null where it has none.
 */
export function expectNear(
  values: readonly (number | null)[],
  expected: readonly (number | null)[],
  of: string,
  size?: readonly number[],
): void {
  expect(values, of).toHaveLength(expected.length);
  for (const [i, number] of expected.entries()) {
    if (number === null) {
      expect(values[i], `${of} ${i}`).toBeNull();
      continue;
    }
    const allowed = 1e-9 * Math.max(Math.abs(number), size?.[i] ?? 0);
    expect(Math.abs((values[i] ?? Number.NaN) - number), `${of} ${i}`).toBeLessThanOrEqual(allowed);
  }
}
