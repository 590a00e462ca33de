import { describe, expect, it } from "vitest";
import { verdict } from "./verdict";

const rows = { train: 700, validation: 150, test: 150 };
const numbers = (line: number, net: number, r2 = 0.5) =>
  verdict({ rows, baseline: { r2, rmse: line }, network: { r2, rmse: net } }).join(" ");

describe("verdict", () => {
  it.each([
    [10, 5, "The network is worth it: its error (RMSE) is 50% smaller."],
    [10, 9, "The network is a little better: its error (RMSE) is 10% smaller."],
    [10, 9.6, "Both do about as well: a straight line is enough"],
    [10, 10.4, "Both do about as well: a straight line is enough"],
    [10, 11.3, "Trust the straight line on this table: the network's error (RMSE) is 13% larger."],
    [1e-12, 0.1, "Trust the straight line on this table: the network's error (RMSE) is several times as large."],
    [0, 0.1, "A straight line is enough for this table: it is exact."],
  ])("of errors %d and %d is %s", (line, net, sentence) => {
    expect(numbers(line, net)).toContain(sentence);
  });

  it("says when neither is of use", () => {
    expect(numbers(10, 9, -0.1)).toContain("Neither is better than always answering the mean");
  });

  it("goes by the log loss of classes", () => {
    const scores = { baseline: { accuracy: 0.9, logLoss: 0.3 }, network: { accuracy: 0.8, logLoss: 0.45 } };
    expect(verdict({ rows, ...scores })).toEqual([
      "Trust the straight line on this table: the network's log loss is 50% larger.",
    ]);
  });

  it("prefers the line where both find every class", () => {
    const scores = { baseline: { accuracy: 1, logLoss: 0.03 }, network: { accuracy: 1, logLoss: 0.0001 } };
    expect(verdict({ rows, ...scores })).toEqual(["Both find every class: a straight line is enough for this table."]);
  });

  it("adds that few test rows say little", () => {
    const few = { ...rows, test: 9 };
    const scores = { baseline: { r2: 0.5, rmse: 2 }, network: { r2: 0.5, rmse: 2 } };
    expect(verdict({ rows: few, ...scores })[1]).toBe(
      "But 9 test rows say little: another --seed may say the opposite.",
    );
  });

  it("is silent where scores are not defined", () => {
    expect(verdict({ rows, baseline: { r2: null, rmse: null }, network: { r2: null, rmse: null } })).toEqual([]);
  });
});
