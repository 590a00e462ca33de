import { type Columns, type ColumnValues, checkRows, readColumn, readColumns } from "../columns/columns";
import type { PreciseColumn } from "../columns/precise-column";
import { weighRows } from "../columns/row-weights";
import { linearSum } from "../least-squares/predict-linear";
import { chooseFolds } from "./choose-folds";
import {
  type CrossValidationPoint,
  crossValidationPoint,
  type FoldError,
  foldError,
  withinOneError,
} from "./cross-validation-point";
import type { ElasticNetFit } from "./elastic-net-fit";
import type { ElasticNetPathOptions } from "./elastic-net-path";
import { pathPenalties } from "./path-penalties";
import { checkRatio, type ShrinkageOptions } from "./penalty-options";
import { type RowPart, rowsWhere } from "./row-part";
import { shrinkageFitter } from "./shrinkage-fitter";
import { shrinkageProblem } from "./shrinkage-problem";

/** Options of `choosePenalty`. */
export interface ChoosePenaltyOptions extends ElasticNetPathOptions {
  /** How many parts each take their turn in being predicted, or the part of each row, a whole number; 10 unless told otherwise. */
  readonly folds?: number | readonly number[];
  /** Decides which row is in which fold; 1 unless told otherwise. */
  readonly seed?: number;
}

/** What cross-validation found, as plain data. */
export interface PenaltyChoice {
  readonly kind: "penalty-choice";
  readonly folds: number;
  /** One for each penalty, from large to small. */
  readonly points: readonly CrossValidationPoint[];
  /** The fit to all rows at the penalty with the least error. */
  readonly best: ElasticNetFit;
  /** The fit to all rows at the largest penalty whose error is within one standard error of the least: plainer, and not clearly worse. */
  readonly oneStandardError: ElasticNetFit;
}

/**
 * Chooses the penalty of an elastic net, lasso or ridge by cross-validation.
 *
 * The penalties are those of `elasticNetPath` on all rows. For each fold the whole path is fitted to the other rows, standardised by
 * their deviations, and the fold is predicted. The error of a penalty is the weighted mean square over all rows; its standard error,
 * as in glmnet, √(Σₖ Wₖ (eₖ - ē)² / Σₖ Wₖ / (folds - 1)) from the folds' errors eₖ and weights Wₖ. The same seed gives the same folds everywhere.
 *
 * Errors: as `elasticNetPath`; `too-few-rows` for fewer rows than folds; `bad-argument` and `bad-data` for folds that are none.
 *
 * Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition, 7.10.
 *
 * @example
 * ```ts
 * import { choosePenalty } from "@neurite/regression";
 *
 * const columns = { x: [1, 2, 3, 4, 5, 6, 7, 8], noise: [3, 1, 4, 1, 5, 9, 2, 6] };
 * const choice = choosePenalty(columns, [3, 3, 7, 7, 11, 13, 13, 17], { l1Ratio: 1, folds: 4, seed: 7 });
 * console.log(choice.points.length, choice.best.penalty.toFixed(4), choice.oneStandardError.penalty.toFixed(4)); // → 100 0.1321 0.5332
 * ```
 */
export function choosePenalty(columns: Columns, target: ColumnValues, options: ChoosePenaltyOptions): PenaltyChoice {
  const subject = "choosePenalty";
  const { l1Ratio, folds = 10, seed = 1 } = options;
  checkRatio(l1Ratio, subject);
  const table = readColumns(columns, subject);
  const read = readColumn(target, `${subject}: the target`);
  const given = read.high.length;
  checkRows(table, given, subject);
  const { weights, take } = weighRows(given, options.weights, subject);
  const cut = ({ high, low }: PreciseColumn) => ({ high: take(high), low: low === undefined ? undefined : take(low) });
  const right = cut(read);
  const all: RowPart = {
    table: { ...table, rows: right.high.length, columns: table.columns.map(cut) },
    target: right,
    weights,
  };
  const { count, of } = chooseFolds(folds, seed, given, take, subject);
  const fitterOf = (part: RowPart) => {
    const own: ShrinkageOptions = { ...options, ...(part.weights === undefined ? {} : { weights: part.weights }) };
    return shrinkageFitter(shrinkageProblem(part.table, part.target, own, subject), subject);
  };

  const fitter = fitterOf(all);
  const penalties = pathPenalties(fitter.largest, l1Ratio, options, subject);
  const fits = penalties.map((penalty) => fitter.fit(penalty, l1Ratio));
  const errors = Array.from({ length: count }, (_, fold) => {
    const others = fitterOf(rowsWhere(all, (row) => of[row] !== fold));
    const held = rowsWhere(all, (row) => of[row] === fold);
    return penalties.map((penalty) => {
      const { coefficients, intercept } = others.fit(penalty, l1Ratio);
      const estimates = coefficients.map(({ estimate }) => estimate);
      return foldError(held.target.high, linearSum(held.table, estimates, intercept ?? 0, subject), held.weights);
    });
  });
  const points = fits.map((fit, i) =>
    crossValidationPoint(
      fit,
      errors.map((fold) => fold[i] as FoldError),
      subject,
    ),
  );
  const { best, plain } = withinOneError(points);
  return {
    kind: "penalty-choice",
    folds: count,
    points,
    best: fits[best] as ElasticNetFit,
    oneStandardError: fits[plain] as ElasticNetFit,
  };
}
