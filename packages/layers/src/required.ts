import { NeuriteError } from "@neurite/tensor";

/** An option that a kind cannot be made without. */
export function required<T>(kind: string, name: string, found: T | undefined): T {
  if (found === undefined) {
    throw new NeuriteError(
      "bad-file",
      `${kind}: "${name}" should be given, got nothing. Write the file anew, or add the option.`,
    );
  }
  return found;
}
