import { NeuriteError } from "@neurite/tensor";

/**
 * Refuses an option of a kind that is not a finite number, or not in the range that `expected` tells in words.
 *
 * Throws `bad-argument`.
 *
 * @example
 * ```ts
 * import { numberOption } from "@neurite/plugin";
 *
 * const slope = (given: number) => numberOption("acme/leaky", "slope", given, "a number from 0 up", (x) => x >= 0);
 * slope(0.1);
 * try {
 *   slope(-1);
 * } catch (error) {
 *   console.log((error as Error).message); // → acme/leaky: "slope" should be a number from 0 up, got -1. Pass such a number.
 * }
 * ```
 */
export function numberOption(
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
