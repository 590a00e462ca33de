import type { Columns } from "../columns/columns";
import type { Labels } from "../columns/labels";
import { type ClassOptions, fitClasses } from "./class-fit";
import type { SoftmaxFit } from "./softmax-regression";

/** The fit of `softmaxRegression`; `subject` opens the messages. */
export function fitSoftmax(columns: Columns, target: Labels, options: ClassOptions, subject: string): SoftmaxFit {
  const { report, names, estimates, intercepts } = fitClasses(columns, target, options, { subject, ridgeFactor: 1 });
  return {
    kind: "softmax",
    ...report,
    coefficients: names.map((name, j) => ({ name, estimates: centred(estimates.map((block) => block[j] as number)) })),
    intercepts: intercepts === undefined ? null : centred(intercepts),
  };
}

/** From differences against the first class to numbers that add up to 0. */
function centred(differences: readonly number[]): readonly number[] {
  const mean = differences.reduce((sum, value) => sum + value / (differences.length + 1), 0);
  return [-mean, ...differences.map((value) => value - mean)];
}
