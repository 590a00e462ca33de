import { expect, it } from "vitest";
import type { Axis } from "./axis";
import { axisTicks } from "./axis-ticks";

const axis = (least: number, most: number, more: Partial<Axis> = {}): Axis => ({
  name: "x",
  kind: "number",
  least,
  most,
  values: [],
  whole: false,
  typical: "0",
  ...more,
});

it("stands at round numbers, wherever the column begins and ends", () => {
  expect(axisTicks(axis(0, 49.8), 5)).toEqual(
    [0, 10, 20, 30, 40].map((tick) => ({ text: String(tick), at: tick / 49.8 })),
  );
});

it("stands in the middle of each of few values, long ones shortened", () => {
  expect(axisTicks(axis(0, 1, { kind: "category", values: ["clerk", "supervisor"] }), 5)).toEqual([
    { text: "clerk", at: 0.25 },
    { text: "supervi…", at: 0.75 },
  ]);
});

it("names months of dates, each once", () => {
  const day = Date.UTC(2024, 0, 1) / 86_400_000;
  expect(axisTicks(axis(day, day + 90, { kind: "date", whole: true }), 4).map(({ text }) => text)).toEqual([
    "2024-01",
    "2024-03",
  ]);
});

it("has numbers where the range is more than a number holds", () => {
  expect(axisTicks(axis(-1e308, 1e308), 3)).toEqual([
    { text: "−1·10³⁰⁸", at: 0 },
    { text: "0", at: 0.5 },
    { text: "1·10³⁰⁸", at: 1 },
  ]);
});
