import { NeuriteError } from "@neurite/tensor";

/** A result that float64 can hold. */
export function finite(value: number, of: string, subject: string): number {
  if (Number.isFinite(value)) return value;
  throw new NeuriteError(
    "not-finite",
    `${subject}: the result for ${of} is too large for float64 (above 1.8e308). Measure the columns or the target in other units.`,
  );
}
