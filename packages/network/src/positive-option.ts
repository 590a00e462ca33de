import { numberOption } from "@neurite/plugin";

/** Refuses what is not a number above 0. */
export function positiveOption(kind: string, name: string, given: number): void {
  numberOption(kind, name, given, "a number above 0", (x) => x > 0);
}
