import { type Derivation, derived, given } from "../../numbers/derivation";
import { standardOf } from "../../training/standard";

/** A column of numbers that a network may be fed with. */
export interface PlaneColumn {
  readonly name: string;
  readonly values: Float64Array;
  /** What the numbers were before they were brought to mean 0 and deviation 1. */
  readonly before?: { readonly values: Float64Array; readonly mean: number; readonly deviation: number };
}

/** A column brought to mean 0 and standard deviation 1 over the rows that are learnt from. */
export function standardized(name: string, raw: Float64Array, trainRows: number): PlaneColumn {
  const { mean, deviation, values } = standardOf(raw, trainRows);
  return { name, values, before: { values: raw, mean, deviation } };
}

/** A cell as a number that opens. */
export function cell({ name, values, before }: PlaneColumn, row: number): Derivation {
  const title = `${name} of row ${row}`;
  const value = values[row] as number;
  if (!before) return given(title, value, `row ${row} of the set`);
  const raw = before.values[row] as number;
  return derived(
    `${title}, standardised`,
    value,
    () => [
      "(",
      given(title, raw, `row ${row} of the table`),
      "−",
      given(`mean of ${name}`, before.mean, "the mean of the rows that are learnt from"),
      ") ÷",
      given(`deviation of ${name}`, before.deviation, "the standard deviation of the rows that are learnt from"),
    ],
    { note: "Brought to mean 0 and standard deviation 1, so that both inputs count alike at the start." },
  );
}
