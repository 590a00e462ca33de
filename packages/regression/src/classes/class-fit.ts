// What logistic and softmax regression share: from columns and labels to coefficients of each class against the first.
import { NeuriteError } from "@neurite/tensor";
import { type Columns, type ColumnValues, checkRows, readColumns } from "../columns/columns";
import { checkClasses, codeLabels, type Label, type Labels } from "../columns/labels";
import { weighRows } from "../columns/row-weights";
import { onesColumn, type ScaledColumn, scaleColumn, timesPowerOfTwo } from "../columns/scaled-column";
import type { DroppedColumn } from "../least-squares/linear-fit";
import { independentColumns } from "../linear-algebra/independent-columns";
import { triangleOf } from "../linear-algebra/triangle";
import { multinomialLoss } from "./multinomial-loss";
import { minimize } from "./newton";

/** Options of `logisticRegression` and `softmaxRegression`. */
export interface ClassOptions {
  /** Whether scores may be other than 0 where all columns are 0; true unless told otherwise. */
  readonly intercept?: boolean;
  /** One number of 0 or more for each row; a row of weight 0 takes no part. */
  readonly weights?: ColumnValues;
  /** How strongly coefficients (of columns with standard deviation 1) are pulled to 0; 1e-6 unless told otherwise, 0 for none. */
  readonly ridge?: number;
  /** The classes in the order wanted; sorted unless told otherwise. */
  readonly classes?: readonly Label[];
  /** After how many Newton steps to stop, converged or not; 100 unless told otherwise. */
  readonly maxIterations?: number;
}

/** What every fit to classes reports of how it went. */
export interface ClassFitReport {
  readonly classes: readonly Label[];
  readonly dropped: readonly DroppedColumn[];
  /** How many columns have coefficients, the intercept counted. */
  readonly rank: number;
  /** Rows that took part: those with a weight above 0. */
  readonly rows: number;
  readonly ridge: number;
  readonly iterations: number;
  /** Whether the last Newton step was below 1e-8; never so without a ridge where `separated` holds. */
  readonly converged: boolean;
  /** Whether the columns tell the classes of these rows without a mistake; only the ridge then keeps coefficients finite. */
  readonly separated: boolean;
}

/** A fit against the first class, in the caller's units. */
export interface ReferenceFit {
  readonly report: ClassFitReport;
  readonly names: readonly string[];
  /** For each class but the first, one estimate for each name. */
  readonly estimates: readonly (readonly number[])[];
  /** For each class but the first; undefined without intercept. */
  readonly intercepts: readonly number[] | undefined;
}

const defaultRidge = 1e-6;

/** In what the two models differ. */
export interface ClassModel {
  /** Opens the messages. */
  readonly subject: string;
  /** Turns the documented ridge into that of the loss. */
  readonly ridgeFactor: number;
  /** What fits more than two classes, of a model that does not; else it takes as many as there are. */
  readonly forMore?: string;
}

/** Fits the scores of every class but the first. */
export function fitClasses(
  columns: Columns,
  target: Labels,
  options: ClassOptions,
  { subject, ridgeFactor, forMore }: ClassModel,
): ReferenceFit {
  const { ridge = defaultRidge, maxIterations = 100, intercept = true } = options;
  checkOptions(ridge, maxIterations, subject);
  const given = readColumns(columns, subject);
  checkRows(given, target.length, subject);
  const { classes, codes } = codeLabels(target, options.classes, subject);
  const { rows, weights, take } = weighRows(target.length, options.weights, subject);
  const coded = take(codes);
  checkClasses(classes, coded, forMore, subject);

  const features = given.columns.map(({ high }) => scaleColumn({ high: take(high) }, weights, intercept, true));
  const design = intercept ? [onesColumn(rows), ...features] : features;
  const first = intercept ? 1 : 0;
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? rows;
  const found = independentColumns(
    triangleOf(design, weights),
    design.length,
    design.map(({ shift, scale }) => Math.abs(shift * scale) * Math.sqrt(total)),
  );
  const kept = found.kept.map((j) => design[j] as ScaledColumn);
  const loss = multinomialLoss({
    columns: kept.map(({ values, shift, scale }) => values.map((value) => (value - shift) * scale)),
    free: first,
    codes: coded,
    classes: classes.length,
    weights: Float64Array.from(
      { length: rows },
      (_, row) => (weights === undefined ? 1 : (weights[row] as number)) / total,
    ),
    ridge: ridge * ridgeFactor,
  });
  const minimum = minimize(loss, maxIterations);
  const { separated } = minimum.at;

  const name = (j: number) => given.names[j - first] as string;
  const names = found.kept.filter((j) => j >= first).map(name);
  const blocks = classes
    .slice(1)
    .map((_, k) =>
      unscaleBlock(kept, minimum.point.subarray(k * kept.length, (k + 1) * kept.length), first, names, subject),
    );
  return {
    report: {
      classes,
      dropped: found.dropped.map(({ index, combinationOf }) => ({
        name: name(index),
        combinationOf: combinationOf.filter((j) => j >= first).map(name),
      })),
      rank: kept.length,
      rows,
      ridge,
      iterations: minimum.iterations,
      converged: minimum.converged && !(ridge === 0 && separated),
      separated,
    },
    names,
    estimates: blocks.map((block) => block.estimates),
    intercepts: intercept ? blocks.map((block) => block.intercept) : undefined,
  };
}

function unscaleBlock(
  kept: readonly ScaledColumn[],
  scaled: Float64Array,
  first: number,
  names: readonly string[],
  subject: string,
): { estimates: number[]; intercept: number } {
  let intercept = first === 1 ? (scaled[0] as number) : 0;
  const estimates = kept.slice(first).map(({ shift, scale, exponent }, j) => {
    const slope = (scaled[j + first] as number) * scale;
    intercept -= slope * shift;
    const estimate = timesPowerOfTwo(slope, -exponent);
    if (Number.isFinite(estimate)) return estimate;
    throw new NeuriteError(
      "not-finite",
      `${subject}: the coefficient of ${JSON.stringify(names[j])} is too large for float64 (above 1.8e308). Measure the column in other units.`,
    );
  });
  return { estimates, intercept };
}

function checkOptions(ridge: number, maxIterations: number, subject: string): void {
  if (!(ridge >= 0 && Number.isFinite(ridge))) {
    throw new NeuriteError(
      "bad-argument",
      `${subject}: "ridge" should be a finite number of 0 or more, got ${ridge}. Leave it out for ${defaultRidge}.`,
    );
  }
  if (!(Number.isInteger(maxIterations) && maxIterations > 0)) {
    throw new NeuriteError(
      "bad-argument",
      `${subject}: "maxIterations" should be a whole number above 0, got ${maxIterations}. Leave it out for 100.`,
    );
  }
}
