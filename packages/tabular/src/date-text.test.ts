import { describe, expect, it } from "vitest";
import { daysFromCivil, parseDate, yearOfDays } from "./date-text";

// Days since 1970-01-01: `date -u -d 2011-12-31 +%s` / 86400 = 15339.
describe("parseDate", () => {
  it("reads ISO, slashes and points as the same day", () => {
    const texts = ["2011-12-31", "2011/12/31", "12/31/2011", "31.12.2011"];
    expect(texts.map((text) => parseDate(text, "mdy"))).toEqual([15339, 15339, 15339, 15339]);
    expect(parseDate("31/12/2011", "dmy")).toBe(15339);
    expect(parseDate("31.12.2011", "dmy")).toBe(15339);
  });

  it("reads times as a fraction of the day in UTC", () => {
    expect(parseDate("1970-01-02T06:00", "mdy")).toBe(1.25);
    expect(parseDate("1/2/1970 18:00:00", "mdy")).toBe(1.75);
    expect(parseDate("1970-01-02T00:00:00Z", "mdy")).toBe(1);
    expect(parseDate("1970-01-02 12:00:00.500", "mdy")).toBe(1 + 43200.5 / 86400);
    // 01:00 two hours east of Greenwich is 23:00 of the day before.
    expect(parseDate("1970-01-02T01:00+02:00", "mdy")).toBe(23 / 24);
    expect(parseDate("1970-01-02T01:00-0500", "mdy")).toBe(1.25);
  });

  it("refuses days that no month has, and half-written dates", () => {
    const texts = [
      "2011-02-29",
      "2011-13-01",
      "2011-00-10",
      "2011-1-1",
      "31/12/2011",
      "12/31/11",
      "32.1.2011",
      "2011-12",
      "20111231",
    ];
    for (const text of [...texts, "2011-12-31T25:00", "2011-12-31T12:60", "2011-12-31 noon", "1/2.2011", "text"]) {
      expect([text, parseDate(text, "mdy")]).toEqual([text, Number.NaN]);
    }
  });

  it("knows leap years", () => {
    expect(parseDate("2000-02-29", "mdy")).toBe(11016);
    expect(parseDate("2012-02-29", "mdy")).toBe(15399);
    expect(parseDate("1900-02-29", "mdy")).toBeNaN();
  });
});

describe("daysFromCivil and yearOfDays", () => {
  it("agree with the proleptic Gregorian calendar far from 1970", () => {
    // Date.UTC(1600, 0, 1) / 86400000 and Date.UTC(2400, 11, 31) / 86400000.
    expect(daysFromCivil(1600, 1, 1)).toBe(-135140);
    expect(daysFromCivil(2400, 12, 31)).toBe(157419);
    expect([-135141, -135140, 157419, 157420, 0, -1].map(yearOfDays)).toEqual([1599, 1600, 2400, 2401, 1970, 1969]);
  });
});
