import { numberOption } from "@neurite/plugin";

/** Refuses an axis that is no whole number; whether the array has it is seen when it is applied. */
export function axisOption(kind: string, axis: number): void {
  numberOption(kind, "axis", axis, "a whole number", Number.isInteger);
}
