// The numbers of a frame, each opened down to the rows that it comes from.
import { customerRows, trainRows } from "../../customers/customers";
import { type Derivation, derived, given } from "../../numbers/derivation";
import type { Frame } from "../../training/record-training";
import { words } from "../../words/words";
import { customers, data } from "./training-data";

const text = words.repetition.numbers;

/** The network's answers in their own unit: transactions a month. */
function inTransactions(answer: number): number {
  return answer * data.target.deviation + data.target.mean;
}

/** The answers of a frame to the held-out rows, to the training rows, and along the two curves. */
export function answersOf({ answers }: Pick<Frame, "answers">) {
  const heldOutRows = customerRows - trainRows;
  const curves = answers.slice(customerRows).map(inTransactions);
  return {
    heldOut: answers.slice(0, heldOutRows),
    train: answers.slice(heldOutRows, customerRows),
    working: curves.slice(0, curves.length / 2),
    retired: curves.slice(curves.length / 2),
  };
}

/** An answer of the network in transactions, with the name of what it is an answer to. */
function prediction(name: string, answer: Derivation): Derivation {
  const { mean, deviation } = data.target;
  const line = () => [
    given(text.mean, mean, text.ofTraining),
    "+",
    given(text.deviation, deviation, text.ofTraining),
    "·",
    answer,
  ];
  return derived(name, inTransactions(answer.value), line);
}

/** What the network predicts for a customer at this step. */
function customerPrediction(answer: number, row: number, step: number): Derivation {
  return prediction(text.prediction(row + 1), given(text.output(row + 1), answer, text.outputFrom(step)));
}

/** A point of a curve, at a whole number of thousand euro: of those who work, or of the retired. */
export function curvePoint({ answers, step }: Frame, group: "working" | "retired", balance: number): Derivation {
  const points = (answers.length - customerRows) / 2;
  const answer = answers[customerRows + (group === "working" ? 0 : points) + balance] as number;
  const name = text.at(group, balance);
  return prediction(name, given(text.outputAt(group, balance), answer, text.outputFromWeights(step)));
}

/** The first squares of a sum in full, the rest by their number and sum. */
function sumOf(name: string, squares: readonly Derivation[]): Derivation {
  const total = (parts: readonly Derivation[]) => parts.reduce((sum, { value }) => sum + value, 0);
  const rest = squares.slice(3);
  const others = (): Derivation =>
    rest.length > 3
      ? sumOf(text.further(rest.length), rest)
      : derived(text.further(rest.length), total(rest), () =>
          rest.flatMap((part, i) => (i === 0 ? [part] : ["+", part])),
        );
  const line = () => [
    ...squares.slice(0, 3).flatMap((part, i) => (i === 0 ? [part] : ["+", part])),
    ...(rest.length > 0 ? ["+", others()] : []),
  ];
  return derived(name, total(squares), line);
}

/** R² on the held-out rows, at this step. */
export function heldOutR2({ step, answers, heldOut }: Frame): Derivation {
  const rows = Array.from({ length: customerRows - trainRows }, (_, i) => trainRows + i);
  const cell = (row: number) =>
    given(text.transactions(row + 1), customers.transactions[row] as number, text.cell(row + 1));
  const line = () => {
    const mean = rows.reduce((sum, row) => sum + (customers.transactions[row] as number), 0) / rows.length;
    const meanOf = derived(text.heldOutMean, mean, () => [text.meanOfRows]);
    const square = (row: number, from: Derivation) =>
      derived(text.square(row + 1), ((customers.transactions[row] as number) - from.value) ** 2, () => [
        "(",
        cell(row),
        "−",
        from,
        ")²",
      ]);
    const left = sumOf(
      text.left,
      rows.map((row, i) => square(row, customerPrediction(answers[i] as number, row, step))),
    );
    const about = sumOf(
      text.about,
      rows.map((row) => square(row, meanOf)),
    );
    return ["1 −", left, "/", about];
  };
  return derived(text.heldOut(step), heldOut, line);
}

/** The mean square over the training rows that training lowers, in the network's own unit. */
export function lossOf(frame: Frame): Derivation {
  const line = () => {
    const { train } = answersOf(frame);
    const squares = train.map((answer, row) => {
      const target = data.train.targets[row] as number;
      return derived(text.square(row + 1), (answer - target) ** 2, () => [
        "(",
        given(text.output(row + 1), answer, text.outputFrom(frame.step)),
        "−",
        given(text.target(row + 1), target, text.targetFrom),
        ")²",
      ]);
    });
    return [sumOf(text.left, squares), `/ ${trainRows}`];
  };
  return derived(text.loss(frame.step), frame.loss, line);
}
