import { seedKey } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { answerBaseline, fitBaseline } from "./baseline";
import { allRows } from "./encode-inputs";
import { prepareTable } from "./prepare-table";
import { tableFromColumns } from "./table";

const n = 40;
const x = Array.from({ length: n }, (_, i) => (i * 7) % 20);
const side = x.map((value) => (value % 2 === 0 ? "even" : "odd"));

function fitted(y: readonly unknown[]) {
  const table = tableFromColumns({ x, side, y: y as number[] });
  const { encoder, inputs, split, target } = prepareTable(table, { target: "y", key: seedKey(1) });
  const baseline = fitBaseline(encoder, inputs, target, split.train);
  return { baseline, train: split.train, answers: answerBaseline(baseline, encoder, inputs, allRows(n)) };
}

describe("the baseline", () => {
  it("is the line in the table's own units, fitted on training rows alone", () => {
    const { baseline, answers, train } = fitted(x.map((value) => 3 + 2 * value + (value % 2 === 0 ? 0 : 10)));
    if (baseline.kind !== "linear" || !("numbers" in answers)) throw new Error("expected a line");
    expect(baseline.coefficients.map(({ name }) => name)).toEqual(["x", "side=odd"]);
    expect(baseline.coefficients[0]?.estimate).toBeCloseTo(2, 12);
    expect(baseline.coefficients[1]?.estimate).toBeCloseTo(10, 12);
    expect(baseline.intercept).toBeCloseTo(3, 12);
    expect(baseline.rows).toBe(train.length);
    expect(answers.numbers[1]).toBeCloseTo(3 + 2 * 7 + 10, 12);
  });

  it.each([1e307, 1e-290])("predicts a target around %d, whose squares float64 does not hold", (unit) => {
    const { baseline, answers } = fitted(x.map((value) => value * unit));
    expect(baseline).toMatchObject({ kind: "linear", standardised: true });
    const numbers = "numbers" in answers ? answers.numbers : [];
    expect((numbers[1] ?? 0) / unit).toBeCloseTo(7, 9);
  });

  it("gives probabilities in the order of the labels", () => {
    const { baseline, answers } = fitted(x.map((value) => (value < 10 ? "small" : "large")));
    expect(baseline).toMatchObject({ kind: "logistic", classes: ["large", "small"] });
    if (!("classes" in answers)) throw new Error("expected classes");
    expect(answers.classes).toEqual(["large", "small"]);
    // x is 0 in the first row and 19 in row 17
    expect(answers.probabilities[1]).toBeGreaterThan(0.99);
    expect(answers.probabilities[2 * 17]).toBeGreaterThan(0.99);
  });

  it("gives classes that it has not seen the probability 0", () => {
    const { baseline, answers, train } = fitted(x.map((_, i) => (i < 2 ? `rare ${i}` : i % 3 === 0 ? "a" : "b")));
    if (!("classes" in answers) || baseline.kind === "linear" || baseline.kind === "certain") {
      throw new Error("expected classes");
    }
    const seen = new Set([...train].map((row) => (row < 2 ? `rare ${row}` : row % 3 === 0 ? "a" : "b")));
    expect(baseline.classes).toEqual([...seen].sort());
    for (const [at, label] of answers.classes.entries()) {
      const column = answers.probabilities.filter((_, i) => i % 4 === at);
      expect(column.every((p) => (seen.has(label) ? p > 0 : p === 0))).toBe(true);
    }
  });
});
