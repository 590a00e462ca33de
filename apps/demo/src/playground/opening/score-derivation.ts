// The held-out score as a number that opens, down to the rows.
import { type Derivation, derived, given } from "../../numbers/derivation";
import { cell } from "../sets/plane-column";
import { type PlaneSet, rowCount } from "../sets/plane-set";
import { heldOutScore } from "../training/plane-score";
import type { StraightLine } from "../training/straight-line";
import { openSum } from "./open-sum";

/** The score of answers, each of which opens too. */
export function scoreDerivation(
  set: PlaneSet,
  name: string,
  answers: ArrayLike<number>,
  answerOf: (row: number) => Derivation,
): Derivation {
  const value = heldOutScore(set, answers);
  const rows = Array.from({ length: rowCount(set) - set.trainRows }, (_, i) => set.trainRows + i);
  return set.task === "number" ? squares(set, name, value, rows, answerOf) : share(set, name, value, rows, answerOf);
}

type Rows = readonly number[];

function squares(set: PlaneSet, name: string, value: number, rows: Rows, answerOf: (row: number) => Derivation) {
  return derived(
    name,
    value,
    () => {
      const cells = rows.map((row) => cell(set.target, row));
      const total = openSum(`${set.target.name} of all held-out rows`, cells);
      const mean = derived(`mean of ${set.target.name}`, total.value / rows.length, () => [
        total,
        "÷",
        given("held-out rows", rows.length, "so many rows are held out", String(rows.length)),
      ]);
      const square = (row: number, a: Derivation, b: Derivation) =>
        derived(`square of row ${row}`, (a.value - b.value) ** 2, () => ["(", a, "−", b, ")²"]);
      const left = openSum(
        "squares left",
        rows.map((row, i) => square(row, cells[i] as Derivation, answerOf(row))),
      );
      const about = openSum(
        "squares about the mean",
        rows.map((row, i) => square(row, cells[i] as Derivation, mean)),
      );
      return ["1 −", left, "÷", about];
    },
    {
      note: "R²: the share of the squares about the mean that the answers explain, on rows that nothing was learnt from.",
    },
  );
}

function share(set: PlaneSet, name: string, value: number, rows: Rows, answerOf: (row: number) => Derivation) {
  return derived(
    name,
    value,
    () => {
      const marks = rows.map((row) => {
        const [answer, group] = [answerOf(row), cell(set.target, row)];
        const says = answer.value >= 0.5 ? 1 : 0;
        const isRight = says === group.value ? 1 : 0;
        return derived(`row ${row} right`, isRight, () => [
          `${isRight}, since`,
          answer,
          `means ${says} and the group is`,
          group,
        ]);
      });
      return [
        openSum("right answers", marks),
        "÷",
        given("held-out rows", rows.length, "so many rows are held out", String(rows.length)),
      ];
    },
    { note: "The share of right answers on rows that nothing was learnt from; an answer of 0.5 or more means 1." },
  );
}

/** The straight line's answer for a row; for groups the side on which the row lies. */
export function lineAnswer(set: PlaneSet, { intercept, slopes }: StraightLine, row: number): Derivation {
  const learnt =
    set.task === "number"
      ? "least squares over the rows that are learnt from"
      : "logistic regression over the rows that are learnt from";
  const cells = set.inputs.map((column) => cell(column, row));
  const sum = slopes.reduce((total, slope, i) => total + slope * (cells[i]?.value ?? 0), intercept);
  const line = derived(`straight line at row ${row}`, sum, () => [
    given("start of the line", intercept, learnt),
    ...slopes.flatMap((slope, i) => {
      const at = cells[i];
      return at ? ["+", given(`slope of ${set.inputs[i as 0 | 1].name}`, slope, learnt), "×", at] : [];
    }),
  ]);
  if (set.task === "number") return line;
  const side = sum > 0 ? 1 : 0;
  return derived(`side of row ${row}`, side, () => [
    `${side}, since`,
    line,
    side === 1 ? "is above 0" : "is not above 0",
  ]);
}

/** The loss as a number that opens: the mean over the rows that are learnt from. */
export function lossDerivation(
  set: PlaneSet,
  name: string,
  value: number,
  answerOf: (row: number) => Derivation,
): Derivation {
  const terms = () =>
    Array.from({ length: set.trainRows }, (_, row) => {
      const [answer, wanted] = [answerOf(row), cell(set.target, row)];
      if (set.task === "number") {
        return derived(`square of row ${row}`, (answer.value - wanted.value) ** 2, () => [
          "(",
          answer,
          "−",
          wanted,
          ")²",
        ]);
      }
      const right = wanted.value === 1 ? answer.value : 1 - answer.value;
      return derived(`surprise of row ${row}`, -Math.log(Math.max(2 ** -23, right)), () =>
        wanted.value === 1 ? ["−log(", answer, ")"] : ["−log(1 −", answer, ")"],
      );
    });
  return derived(name, value, () => [
    openSum(set.task === "number" ? "squares" : "surprise", terms()),
    "÷",
    given("rows that are learnt from", set.trainRows, "so many rows are learnt from", String(set.trainRows)),
  ]);
}
