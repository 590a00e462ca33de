import { daysFromCivil, yearOfDays } from "./date-text";
import type { DateCycle } from "./encoder";

/** Over how many days a year's round is more than a slope. */
const daysForYear = 180;

/** The cycles that the dates of these rows go through: the year over half a year, week and day where they differ. */
export function dateCycles(values: Float64Array, rows: Int32Array, span: number): DateCycle[] {
  const cycles: DateCycle[] = span >= daysForYear ? ["year"] : [];
  for (const cycle of ["week", "day"] as const) {
    let first: number | undefined;
    for (const row of rows) {
      const days = values[row] as number;
      if (Number.isNaN(days)) continue;
      const place = cycleTurns(cycle, days);
      first ??= place;
      if (place === first) continue;
      cycles.push(cycle);
      break;
    }
  }
  return cycles;
}

/** Where in its cycle a date is, from 0 to below 1: the day of the year, the day of the week (from Monday), the time of day. */
export function cycleTurns(cycle: DateCycle, days: number): number {
  const whole = Math.floor(days);
  switch (cycle) {
    case "year": {
      const year = yearOfDays(whole);
      const first = daysFromCivil(year, 1, 1);
      return (whole - first) / (daysFromCivil(year + 1, 1, 1) - first);
    }
    case "week": {
      // 1970-01-01 was a Thursday, three days after Monday.
      const day = (whole + 3) % 7;
      return (day < 0 ? day + 7 : day) / 7;
    }
    case "day":
      return days - whole;
    default:
      return cycle satisfies never;
  }
}
