import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Derivation } from "../../numbers/derivation";
import { openRentals } from "./open-rentals";
import { crossings, fitRentals, readRentals } from "./rentals";

const demo = path.resolve(import.meta.dirname, "../../..");
const text = readFileSync(path.join(demo, "public/bike-hour.csv"), "utf8");

describe("the bike rentals", () => {
  const rentals = readRentals(text);
  const models = fitRentals(rentals);
  it("are the table that the command line ships", () => {
    expect(text).toBe(readFileSync(path.join(demo, "../cli/data/bike-hour.csv"), "utf8"));
    expect(rentals.rentals).toHaveLength(17379);
  });

  it("change places between working days and free days", () => {
    // in the small hours, before ten and before five in the afternoon
    expect(crossings(models.cells)).toBe(3);
  });

  it("open down to the rows", () => {
    const open = openRentals(rentals, models);
    const parts = (of: Derivation) => of.how().line.filter((part): part is Derivation => typeof part !== "string");
    const descend = (of: Derivation, choose: number): string => {
      const below = parts(of);
      return below.length === 0 ? of.how().line.join("") : descend(below[choose % below.length] as Derivation, choose);
    };
    for (const number of [open.straight, open.added, open.together, open.perWorkingday, open.mean(8)])
      for (const choose of [0, 1, 2])
        expect(descend(number, choose)).toMatch(/^row \d+ of the bike table, column (cnt|hr|workingday)$/);
  });

  it("have levels that their own arithmetic gives again", () => {
    const open = openRentals(rentals, models);
    // (mean of the hour) − (working day's worth) · (share of working days)
    const [mean, , worth, , share] = open.level(8).how().line as [Derivation, string, Derivation, string, Derivation];
    expect(mean.value - worth.value * share.value).toBeCloseTo(models.added.levels[8] as number, 8);
    const [above, , below] = worth.how().line as [Derivation, string, Derivation];
    expect(above.value / below.value).toBeCloseTo(models.added.perWorkingday, 8);
    const [top, , bottom] = open.perWorkingday.how().line as [Derivation, string, Derivation];
    expect(top.value / bottom.value).toBeCloseTo(models.straight.perWorkingday, 8);
  });

  it("are not read where a column is missing", () => {
    expect(() => readRentals("hr,cnt\n1,2")).toThrow(
      "The bike table should have the columns hr, workingday and cnt, got hr,cnt.",
    );
  });
});
