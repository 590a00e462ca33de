import { numberOption } from "@neurite/plugin";

/** Refuses a share of the past: it must be from 0 to below 1. */
export function shareOption(kind: string, name: string, given: number): void {
  numberOption(kind, name, given, "a number from 0 to below 1", (x) => x >= 0 && x < 1);
}
