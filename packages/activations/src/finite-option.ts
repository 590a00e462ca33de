import { NeuriteError } from "@neurite/tensor";

/** Refuses an option that is not a finite number, or not in the range that `expected` tells in words. */
export function finiteOption(
  kind: string,
  name: string,
  given: number,
  expected = "a finite number",
  holds: (x: number) => boolean = () => true,
): void {
  if (typeof given !== "number" || !Number.isFinite(given) || !holds(given)) {
    const shown = typeof given === "number" ? String(given) : JSON.stringify(given);
    throw new NeuriteError(
      "bad-argument",
      `${kind}: "${name}" should be ${expected}, got ${shown}. Pass such a number.`,
    );
  }
}
