import { expect, it } from "vitest";
import type { Answered } from "./answered";
import { judge, splitScores } from "./judge";
import { openVerdict } from "./open-verdict";

const answers = (actual: readonly number[], predicted: readonly number[], sure: readonly number[] = []): Answered => ({
  rows: Int32Array.from(actual.keys()),
  lines: Int32Array.from(actual.keys(), (row) => row + 2),
  actual: Float64Array.from(actual),
  predicted: Float64Array.from(predicted),
  sure: Float64Array.from(sure),
});
const values = (line: readonly (string | { readonly value: number })[]) =>
  line.flatMap((part) => (typeof part === "string" ? [] : [part.value]));

it("adds up what it opens to: errors and differences of the splits, down to their rows", () => {
  // the network is right; the line is off by 1 and by 2 everywhere; squares about the mean 5: 4 a row
  const splits = [1, 2].map((off, seed) =>
    splitScores(seed, answers([3, 7, 3, 7], [3 + off, 7 + off, 3 + off, 7 + off]), answers([3, 7, 3, 7], [3, 7, 3, 7])),
  );
  const judgement = judge(splits);
  const open = openVerdict(judgement, splits, { target: "y", labels: [] });
  expect([open.network.value, open.line.value, open.gain.value]).toEqual([0, 1.5, 0.625]);
  expect(values(open.line.how().line)).toEqual([1, 2]);
  expect(values(open.gain.how().line)).toEqual([0.25, 1]);
  // √((0.375² + 0.375²) / 1)
  expect(open.spread.value).toBeCloseTo(0.375 * Math.SQRT2, 12);
  expect(values(open.spread.how().line)).toEqual([0.25, 0.625, 1, 0.625]);
  const [first] = open.gain.how().line.filter((part) => typeof part !== "string");
  expect(values(first?.how().line ?? [])).toEqual([1, 0.75]);
});

it("takes log loss of classes, lower being better", () => {
  const split = splitScores(0, answers([0, 1], [0, 1], [0.5, 0.5]), answers([0, 1], [0, 1], [1, 1]));
  const open = openVerdict(judge([split]), [split], { target: "kind", labels: ["a", "b"] });
  expect([open.line.value, open.network.value]).toEqual([Math.LN2, 0]);
  expect(values(open.gain.how().line)).toEqual([Math.LN2, 0]);
});
