import { numberOption } from "@neurite/plugin";

/** Refuses a number of optimizer steps that is not a whole number above 0; beyond 2^53 a step can no longer be told from the next. */
export function stepsOption(kind: string, name: string, given: number): void {
  numberOption(kind, name, given, "a whole number above 0", (n) => Number.isSafeInteger(n) && n > 0);
}
