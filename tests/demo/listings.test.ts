// Each scene's two listings compute the same: what NumPy prints, neurite prints, to one unit of the last digit shown.
import path from "node:path";
import { describe, expect, it } from "vitest";
import { describeWith } from "../determinism/requirement";
import { filesBelow } from "../house/root";
import { listingTexts } from "./listing-text";
import { missingNumPy, runPython, runTypeScript } from "./run-listing";

const listings = (ending: string) => filesBelow("apps/demo/listings", ending);
const number = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g;

/** The words between the numbers, and the numbers as they were printed. */
const parts = (printed: string) => ({ words: printed.split(number), numbers: printed.match(number) ?? [] });
/** One unit of the last digit that is shown, and a little for the halves that fall to either side. */
const unit = (text: string) => 1.001 * 10 ** -(text.split(".")[1] ?? "").replace(/e.*/, "").length;

/** The numbers that differ by more than the last digit. */
function differences(one: string, other: string): string[] {
  const [a, b] = [parts(one), parts(other)];
  expect(a.words).toEqual(b.words);
  return a.numbers.flatMap((text, at) => {
    const twin = b.numbers[at] ?? "nothing";
    return Math.abs(Number(text) - Number(twin)) <= unit(text) ? [] : [`${text} and ${twin}`];
  });
}

describe("the listings", () => {
  it("stand in both languages", () => {
    const names = (ending: string) => listings(ending).map((file) => file.slice(0, -ending.length));
    expect(names(".ts").length).toBeGreaterThan(0);
    expect(names(".py")).toEqual(names(".ts"));
  });

  it("are held apart where a digit differs", () => {
    expect(differences("R2 0.623, 12 rows", "R2 0.622, 12 rows")).toEqual([]);
    expect(differences("R2 0.623, 12 rows", "R2 0.625, 12 rows")).toEqual(["0.623 and 0.625"]);
    expect(differences("slope -0.28", "slope 0.28")).toEqual(["-0.28 and 0.28"]);
    expect(() => differences("R2 0.623", "MSE 0.623")).toThrow();
  });
});

describeWith(missingNumPy, "in NumPy and in neurite", () => {
  it.each(listings(".ts"))("%s prints the same figures, those that are recorded", async (file) => {
    const [neurite, numpy] = await Promise.all([runTypeScript(file), runPython(file.replace(/\.ts$/, ".py"))]);
    expect(parts(neurite).numbers.length).toBeGreaterThan(2);
    expect(differences(numpy, neurite)).toEqual([]);
    const recorded = listingTexts[path.basename(file, ".ts")];
    if (recorded) expect(differences(numpy, `${recorded.join("\n")}\n`)).toEqual([]);
  });
});
