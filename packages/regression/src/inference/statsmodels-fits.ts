// For tests: the fits of statsmodels in test-data/inference/statsmodels.json.
import stored from "../../test-data/inference/statsmodels.json" with { type: "json" };

export const { fits, comparison } = stored;

/** The columns of a stored table, by its name. */
export const tables: Readonly<Record<string, Readonly<Record<string, readonly number[] | readonly string[]>>>> =
  stored.tables;

/**
 * Which numbers are further than a part of 1e-9 from what is expected, or of `size` where a number is what two larger ones leave
 * (statsmodels itself has about 10 digits); what is expected to be null has to be null.
 */
export function misses(
  values: readonly (number | null)[],
  expected: readonly (number | null)[],
  of: string,
  size?: readonly number[],
): readonly string[] {
  if (values.length !== expected.length) return [`${values.length} of ${expected.length} of ${of}`];
  return expected.flatMap((number, i) => {
    const value = values[i] ?? null;
    if (value === number) return [];
    const allowed = 1e-9 * Math.max(Math.abs(number ?? 0), size?.[i] ?? 0);
    const near = value !== null && number !== null && Math.abs(value - number) <= allowed;
    return near ? [] : [`${of} ${i}: ${value} in place of ${number}`];
  });
}
