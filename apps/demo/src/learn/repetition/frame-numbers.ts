// The numbers of a frame, each opened down to the rows that it comes from.
import { customerRows, trainRows } from "../../customers/customers";
import * as onCustomers from "../../customers/open-score";
import { score } from "../../customers/score";
import { type Derivation, derived, given } from "../../numbers/derivation";
import { openMeanSquare } from "../../numbers/open-score";
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

/** What the network answers to a customer at this step; the held-out ones come first among its answers. */
function customerOutput({ answers, step }: Frame, row: number): Derivation {
  const place = row < trainRows ? customerRows - trainRows + row : row - trainRows;
  return given(text.output(row + 1), answers[place] as number, text.outputFrom(step));
}

/** What the network predicts for a customer at this step. */
function customerPrediction(frame: Frame, row: number): Derivation {
  return prediction(text.prediction(row + 1), customerOutput(frame, row));
}

/** A point of a curve, at a whole number of thousand euro: of those who work, or of the retired. */
export function curvePoint({ answers, step }: Frame, group: "working" | "retired", balance: number): Derivation {
  const points = (answers.length - customerRows) / 2;
  const answer = answers[customerRows + (group === "working" ? 0 : points) + balance] as number;
  const name = text.at(group, balance);
  return prediction(name, given(text.outputAt(group, balance), answer, text.outputFromWeights(step)));
}

/** R² on the held-out rows, at this step. */
export function heldOutR2(frame: Frame): Derivation {
  const predicted = (row: number) => customerPrediction(frame, row);
  const scored = score(customers.transactions, (row) => predicted(row).value, trainRows, customerRows);
  return onCustomers.openR2(text.heldOut(frame.step), customers, scored, predicted);
}

/** The mean square over the training rows that training lowers, in the network's own unit. */
export function lossOf(frame: Frame): Derivation {
  return openMeanSquare(
    text.loss(frame.step),
    { left: frame.loss * trainRows },
    {
      rows: trainRows,
      rowName: (row) => `customer ${row + 1}`,
      actual: (row) => given(text.target(row + 1), data.train.targets[row] as number, text.targetFrom),
      predicted: (row) => customerOutput(frame, row),
    },
  );
}
