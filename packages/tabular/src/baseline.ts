import {
  type LinearFit,
  type LogisticFit,
  leastSquares,
  logisticRegression,
  predictLinear,
  predictProbabilities,
  type SoftmaxFit,
  softmaxRegression,
} from "@neurite/regression";
import { type Answers, labelsOf } from "./answers";
import { type BaselineColumn, baselineColumns } from "./baseline-columns";
import { type ClassLikelihood, fitLikelihood, type NoLikelihood } from "./class-likelihood";
import type { RegressionTarget, TableEncoder, TargetEncoder } from "./encoder";
import { decodeNumber, encodeClasses, encodeNumbers } from "./target-encoder";
import type { TypedColumn } from "./typed-column";

/** The straight line that the network is held against, fitted on the same training rows; plain data. */
export type Baseline = LinearBaseline | ClassBaseline | CertainBaseline;

/** Least squares. */
export interface LinearBaseline extends LinearFit {
  /** Whether it predicts (y - mean) / deviation and not y itself, since y is too large or too small for squares. */
  readonly standardised: boolean;
}

/** Logistic or softmax regression with a ridge, and beside it what maximum likelihood says without one. */
export type ClassBaseline = (LogisticFit | SoftmaxFit) & {
  readonly likelihood: ClassLikelihood | NoLikelihood;
};

/** Where all training rows have one class, it is certain. */
export interface CertainBaseline {
  readonly kind: "certain";
  readonly label: string;
}

/** Moves no score of an ordinary table in its third digit, and keeps one whose columns separate the classes from claiming certainty. */
const weakRidge = 1e-4;
/** With more coefficients than this a weak ridge takes minutes to converge. */
const manyCoefficients = 1000;
const strongRidge = 0.01;
/** Beyond this, or below its inverse, squares leave float64. */
const largestOwnUnit = 1e100;

/**
 * Fits the baseline on the rows given: least squares for numbers, logistic regression for two classes, softmax regression for more.
 *
 * The ridge of the class models is 1e-4, or 0.01 where there are more than 1,000 coefficients.
 * Classes without a row are left out; they are predicted with probability 0.
 */
export function fitBaseline(
  { inputs, target }: TableEncoder,
  columns: readonly TypedColumn[],
  truth: TypedColumn,
  rows: Int32Array,
): Baseline {
  const matrix = asPairs(baselineColumns(inputs, columns, rows), rows.length);
  if (target.task === "regression") {
    const standardised = !fitsSquares(target);
    const y = encodeNumbers(target, truth, rows);
    if (!standardised && truth.kind === "number") for (const [i, row] of rows.entries()) y[i] = truth.values[row] ?? 0;
    return { ...leastSquares(matrix, y), standardised };
  }
  const labels = labelsOf(target, encodeClasses(target, truth, rows));
  const present = target.labels.filter((label) => labels.includes(label));
  if (present.length < 2) return { kind: "certain", label: present[0] ?? target.labels[0] ?? "" };
  const ridge = present.length * matrix.length > manyCoefficients ? strongRidge : weakRidge;
  const options = { classes: present, ridge };
  const fit =
    present.length === 2 ? logisticRegression(matrix, labels, options) : softmaxRegression(matrix, labels, options);
  return { ...fit, likelihood: fitLikelihood(matrix, labels, { ...fit, classes: present }) };
}

/** What the baseline says for rows of a table. */
export function answerBaseline(
  baseline: Baseline,
  { inputs, target }: TableEncoder,
  columns: readonly TypedColumn[],
  rows: Int32Array,
): Answers {
  if (baseline.kind === "certain") return spread(target, [baseline.label], new Float64Array(rows.length).fill(1));
  const matrix = asPairs(baselineColumns(inputs, columns, rows), rows.length);
  if (baseline.kind !== "linear") {
    const { classes, values } = predictProbabilities(baseline, matrix);
    return spread(target, classes.map(String), values);
  }
  const numbers = predictLinear(baseline, matrix);
  return target.task === "regression" && baseline.standardised
    ? { numbers: numbers.map((z) => decodeNumber(target, z)) }
    : { numbers };
}

function fitsSquares({ mean, deviation }: RegressionTarget): boolean {
  const size = Math.max(Math.abs(mean), deviation);
  return size <= largestOwnUnit && (deviation === 0 || deviation >= 1 / largestOwnUnit);
}

/** Where no column varies, one of zeros tells how many rows there are; least squares drops it. */
function asPairs(columns: readonly BaselineColumn[], rows: number): readonly (readonly [string, Float64Array])[] {
  if (columns.length === 0) return [["nothing", new Float64Array(rows)]];
  return columns.map(({ name, values }) => [name, values] as const);
}

/** Probabilities `[rows, some]` among all labels of the target. */
function spread(target: TargetEncoder, some: readonly string[], values: Float64Array): Answers {
  const labels = target.task === "classification" ? target.labels : some;
  const places = some.map((label) => labels.indexOf(label));
  const rows = values.length / some.length;
  const all = new Float64Array(rows * labels.length);
  for (let row = 0; row < rows; row++) {
    for (const [k, place] of places.entries()) {
      all[row * labels.length + place] = values[row * some.length + k] as number;
    }
  }
  return { classes: labels, probabilities: all };
}
