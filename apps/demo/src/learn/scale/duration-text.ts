import { formatShort } from "../../numbers/format-number";
import { countText } from "./count-text";

/** Seconds in a year of 365.25 days. */
export const year = 365.25 * 24 * 3600;

const units = [
  [year, "year"],
  [24 * 3600, "day"],
  [3600, "hour"],
  [60, "minute"],
] as const;

/** A time in the unit that suits it: 17.5 seconds, 3 days, 498 thousand years. */
export function durationText(seconds: number): string {
  const [size, unit] = units.find(([least]) => seconds >= 0.995 * least) ?? [1, "second"];
  const text =
    seconds / size >= 1000 ? countText(Number((seconds / size).toPrecision(3))) : formatShort(seconds / size, 3);
  return `${text} ${unit}${text === "1" ? "" : "s"}`;
}
