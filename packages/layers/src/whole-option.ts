import { parameterLimit } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";

/** Refuses an option that is not a whole number above 0, or larger than any parameter may be. */
export function wholeOption(kind: string, name: string, given: number): void {
  if (!Number.isInteger(given) || given <= 0) {
    const shown = typeof given === "number" ? String(given) : JSON.stringify(given);
    throw new NeuriteError(
      "bad-argument",
      `${kind}: "${name}" should be a whole number above 0, got ${shown}. Pass such a number.`,
    );
  }
  if (given > parameterLimit) {
    throw new NeuriteError(
      "too-large",
      `${kind}: "${name}" should be at most ${parameterLimit}, got ${given}. Pass a smaller number.`,
    );
  }
}
