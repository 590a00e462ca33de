import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import recorded from "../../figures.json";
import { quickFigures } from "./all-figures";

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url));

it("records what the site computes (npm run figures writes it, with what takes minutes)", async () => {
  const quick = await quickFigures(read("public/bike-hour.csv"));
  expect(
    Object.fromEntries(Object.keys(quick).map((group) => [group, recorded[group as keyof typeof recorded]])),
  ).toEqual(quick);
});

it("stands behind what the first page of the repository promises", () => {
  const percent = (r2: number) => Math.round(100 * r2);
  const line = recorded.tableLines["bike rentals with their date, straight line: held-out R²"].is;
  const network = recorded.tableNetworks["bike rentals with their date, network: held-out R²"].is;
  const text = read("../../README.md").toString();
  expect(text).toContain(`The straight line explains about ${percent(line)} % of the differences`);
  const [, least] = /the network more than (\d+) %/.exec(text) ?? [];
  expect(percent(network)).toBeGreaterThan(Number(least));
});
