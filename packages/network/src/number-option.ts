import { NeuriteError } from "@neurite/tensor";

/** Refuses an option that is not a finite number, or not in the range that `expected` tells in words. */
export function numberOption(
  kind: string,
  name: string,
  given: number,
  expected = "a finite number",
  holds: (x: number) => boolean = () => true,
): number {
  if (typeof given !== "number" || !Number.isFinite(given) || !holds(given)) {
    const shown = typeof given === "number" ? String(given) : JSON.stringify(given);
    throw new NeuriteError(
      "bad-argument",
      `${kind}: "${name}" should be ${expected}, got ${shown}. Pass such a number.`,
    );
  }
  return given;
}

/** Refuses a share of the past: it must be from 0 to below 1. */
export function shareOption(kind: string, name: string, given: number): number {
  return numberOption(kind, name, given, "a number from 0 to below 1", (x) => x >= 0 && x < 1);
}
