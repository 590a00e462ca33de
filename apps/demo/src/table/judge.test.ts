import { describe, expect, it } from "vitest";
import { judge, type SplitScores, splitScores } from "./judge";

const nobody = {
  rows: new Int32Array(),
  lines: new Int32Array(),
  actual: new Float64Array(),
  predicted: new Float64Array(),
  sure: new Float64Array(),
};
const split = (gain: number, more: Partial<SplitScores> = {}): SplitScores => ({
  seed: 0,
  lineError: 10,
  networkError: 10 * (1 - gain),
  gain,
  gainError: 0.01,
  rows: 500,
  line: nobody,
  network: nobody,
  ...more,
});

describe("judge", () => {
  it.each([
    ["a large gain in one split", [split(0.5)], "worth"],
    ["a gain within its error", [split(0.015)], "notWorth"],
    ["a clear gain that is too small to matter", [split(0.03, { gainError: 0.001 })], "notWorth"],
    ["a network that is worse", [split(-0.3)], "notWorth"],
    ["gains in every split", [split(0.3), split(0.32), split(0.28)], "worth"],
    ["gains that differ more than they are large", [split(0.1), split(0.6), split(-0.2)], "notWorth"],
    ["hardly any rows, all the same", [split(0, { rows: 2, gainError: 0 })], "tooFew"],
    ["few rows with a wide spread", [split(0.1, { rows: 12, gainError: 0.3 })], "tooFew"],
    ["few rows with a gain beyond doubt", [split(0.8, { rows: 12, gainError: 0.1 })], "worth"],
  ] as const)("takes %s as it should", (_, splits, kind) => {
    expect(judge(splits).kind).toBe(kind);
  });

  it("tells the spread of the splits", () => {
    const { gain, spread } = judge([split(0.1), split(0.2), split(0.3)]);
    expect([gain.toFixed(6), spread.toFixed(6)]).toEqual(["0.200000", "0.100000"]);
  });
});

it("splitScores measures R² on the same rows", () => {
  const actual = Float64Array.of(0, 2, 4, 6);
  const said = (...numbers: number[]) => ({
    rows: Int32Array.of(0, 1, 2, 3),
    lines: Int32Array.of(2, 3, 4, 5),
    actual,
    predicted: Float64Array.from(numbers),
    sure: new Float64Array(),
  });
  const { gain, lineError, networkError, rows } = splitScores(0, said(3, 3, 3, 3), said(0, 2, 4, 4));
  // squares about the mean 20, line 20, network 4: R² 0 and 0.8
  expect(gain).toBeCloseTo(0.8, 12);
  expect([lineError, networkError, rows]).toEqual([Math.sqrt(5), 1, 4]);
});
