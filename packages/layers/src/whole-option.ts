import { numberOption, parameterLimit } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";

/** Refuses an option that is not a whole number above 0, or larger than any parameter may be. */
export function wholeOption(kind: string, name: string, given: number): void {
  numberOption(kind, name, given, "a whole number above 0", (n) => Number.isInteger(n) && n > 0);
  if (given > parameterLimit) {
    throw new NeuriteError(
      "too-large",
      `${kind}: "${name}" should be at most ${parameterLimit}, got ${given}. Pass a smaller number.`,
    );
  }
}
