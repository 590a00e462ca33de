// Dates as days since 1970-01-01 in UTC, with the time as a fraction of a day. `Date.parse` is not used: it guesses, and
// engines guess differently.

/** Which part comes first in dates with slashes: month (12/31/2011) or day (31/12/2011). */
export type DateOrder = "mdy" | "dmy";

const yearFirst = /^(\d{4})(?:-(\d{2})-(\d{2})|\/(\d{1,2})\/(\d{1,2}))/;
const yearLast = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4})/;
const timeOfDay = /^[T ](\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads the text of a cell as days since 1970-01-01 (UTC), NaN if it is no date.
 *
 * Forms: `2011-12-31`, `2011/12/31`, `12/31/2011` (or `31/12/2011` in the order "dmy"), `31.12.2011`, each with an
 * optional time `T13:45`, `13:45:30.5`, `13:45Z`, `13:45+02:00`. Days that no month has are refused.
 */
export function parseDate(text: string, order: DateOrder): number {
  const first = text.charCodeAt(0);
  if (!(first >= 48 && first <= 57) || text.length < 8) return Number.NaN;
  const iso = yearFirst.exec(text);
  if (iso) {
    const days = dayOf(Number(iso[1]), Number(iso[2] ?? iso[4]), Number(iso[3] ?? iso[5]));
    return days + partOfDay(text.slice(iso[0].length));
  }
  const local = yearLast.exec(text);
  if (!local) return Number.NaN;
  const [one, two, year] = [Number(local[1]), Number(local[3]), Number(local[4])];
  const days = local[2] === "/" && order === "mdy" ? dayOf(year, one, two) : dayOf(year, two, one);
  return days + partOfDay(text.slice(local[0].length));
}

/** Days since 1970-01-01 of a day of the Gregorian calendar. */
export function daysFromCivil(year: number, month: number, day: number): number {
  // Years begin in March, so that the leap day comes last: H. Hinnant, "chrono-compatible low-level date algorithms".
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The year in which a number of days since 1970-01-01 falls. */
export function yearOfDays(days: number): number {
  const z = Math.floor(days) + 719468;
  const era = Math.floor(z / 146097);
  const d = z - era * 146097;
  const yearOfEra = Math.floor((d - Math.floor(d / 1460) + Math.floor(d / 36524) - Math.floor(d / 146096)) / 365);
  const dayOfYear = d - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  return yearOfEra + era * 400 + (dayOfYear >= 306 ? 1 : 0);
}

function dayOf(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return Number.NaN;
  return daysFromCivil(year, month, day);
}

/** What follows the date: nothing, or a time; NaN for anything else. */
function partOfDay(text: string): number {
  if (text === "") return 0;
  const time = timeOfDay.exec(text);
  if (!time) return Number.NaN;
  const [hour, minute, second] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return Number.NaN;
  return (hour * 3600 + minute * 60 + second + Number(time[4] ?? 0) - zoneSeconds(time[5])) / 86400;
}

function zoneSeconds(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const digits = zone.replace(":", "");
  const seconds = Number(digits.slice(1, 3)) * 3600 + Number(digits.slice(3, 5)) * 60;
  return digits.startsWith("-") ? -seconds : seconds;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
