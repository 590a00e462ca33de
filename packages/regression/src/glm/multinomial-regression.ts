import { naturalLog } from "@neurite/tensor";
import { fitSoftmax } from "../classes/fit-softmax";
import { predictProbabilities } from "../classes/predict-probabilities";
import type { SoftmaxFit } from "../classes/softmax-regression";
import { type Columns, type ColumnValues, selectColumns } from "../columns/columns";
import { codeLabels, type Label, type Labels } from "../columns/labels";
import { weighRows } from "../columns/row-weights";
import { onesColumn, type ScaledColumn, scaleColumn } from "../columns/scaled-column";
import { normalDistribution } from "../distributions/normal-distribution";
import { interceptCombination, slope } from "../least-squares/unscale";
import { cholesky, solveCholesky } from "../linear-algebra/cholesky";
import { weightedGram } from "../linear-algebra/weighted-gram";
import type { GeneralizedCoefficient } from "./generalized-fit";
import { checkLevel } from "./generalized-options";
import { waldOf } from "./wald";

/** Options of `multinomialRegression`. */
export interface MultinomialOptions {
  /** Whether scores may be other than 0 where all columns are 0; true unless told otherwise. */
  readonly intercept?: boolean;
  /** One number of 0 or more for each row, as if the row stood there so many times; a row of weight 0 takes no part. */
  readonly weights?: ColumnValues;
  /** The classes in the order wanted, the one that the others are compared with first; sorted unless told otherwise. */
  readonly classes?: readonly Label[];
  /** The probability of the intervals; 0.95 unless told otherwise. */
  readonly level?: number;
  /** After how many Newton steps to stop, converged or not; 100 unless told otherwise. */
  readonly maxIterations?: number;
}

/** The log odds of one class against the first. */
export interface MultinomialEquation {
  readonly class: Label;
  /** After the intercept, which is named "Intercept"; all but the estimates are null where the fit is separated or has not converged. */
  readonly coefficients: readonly GeneralizedCoefficient[];
}

/** A multinomial logit, as plain data; `predictProbabilities` and `predictClasses` take it. */
export interface MultinomialFit extends SoftmaxFit {
  /** For each class but the first. */
  readonly equations: readonly MultinomialEquation[];
  /** Σ w log P(the row's class). */
  readonly logLikelihood: number;
  /** That of the classes' shares alone. */
  readonly nullLogLikelihood: number;
  /** McFadden's 1 - logLikelihood / nullLogLikelihood. */
  readonly pseudoRSquared: number;
  /** rows - rank · (classes - 1). */
  readonly degreesOfFreedom: number;
  /** 2 k - 2 logLikelihood with k = rank · (classes - 1). */
  readonly aic: number;
  /** log(rows) k - 2 logLikelihood. */
  readonly bic: number;
  readonly level: number;
}

/**
 * Fits the log odds of each class against the first by maximum likelihood, with standard errors (the multinomial logit).
 *
 * log(P(class k) / P(class 1)) = b₀ₖ + Σⱼ bⱼₖ xⱼ. It is `softmaxRegression` without a ridge; the standard errors come from the information matrix
 * Σ w xx' ⊗ (diag p - pp'). Where columns tell classes apart without a mistake there is no finite answer, and `separated` says so.
 *
 * Errors: those of `softmaxRegression`, and `bad-argument` (level).
 *
 * Source: Agresti, Categorical Data Analysis, 3rd edition (2013), 8.1.
 *
 * @example
 * ```ts
 * import { multinomialRegression } from "@neurite/regression";
 *
 * const size = [1, 2, 3, 4, 5, 6, 7, 8, 9];
 * const fit = multinomialRegression({ size }, ["S", "S", "M", "S", "M", "L", "M", "L", "L"], { classes: ["S", "M", "L"] });
 * for (const { class: of, coefficients } of fit.equations) {
 *   console.log(of, ...coefficients.map(({ estimate, standardError }) => `${estimate.toFixed(3)} ± ${standardError?.toFixed(3)}`));
 * }
 * // → M -4.151 ± 3.337 1.168 ± 0.902
 * // → L -11.680 ± 6.921 2.336 ± 1.302
 * ```
 */
export function multinomialRegression(
  columns: Columns,
  target: Labels,
  options: MultinomialOptions = {},
): MultinomialFit {
  const { level = 0.95, maxIterations = 100, ...rest } = options;
  const subject = "multinomialRegression";
  checkLevel(level, subject);
  const soft = fitSoftmax(columns, target, { ...rest, maxIterations, ridge: 0 }, subject);
  const { classes, intercepts } = soft;
  const counting = weighRows(target.length, options.weights, subject);
  const { codes } = codeLabels(target, classes, subject);
  const taken = counting.take(codes);
  const prior = counting.given ?? new Float64Array(counting.rows).fill(1);
  const probabilities = probabilitiesOf(soft, columns, target.length, counting.take);

  const names = soft.coefficients.map(({ name }) => name);
  const features = names.length === 0 ? [] : selectColumns(columns, names, subject).columns;
  const first = intercepts === null ? 0 : 1;
  const scaled = features.map(({ high }) => scaleColumn({ high: counting.take(high) }, prior, first === 1));
  const design = first === 1 ? [onesColumn(counting.rows), ...scaled] : scaled;
  // Columns are independent, so where Newton's matrix is singular all the same, probabilities have run off to 0 and 1.
  const separated = soft.separated || (!soft.converged && soft.iterations < maxIterations);
  const factor = soft.converged
    ? cholesky(information(design, probabilities, prior), design.length * (classes.length - 1))
    : undefined;
  const normal = normalDistribution();
  const reach = normal.upperQuantile((1 - level) / 2);

  let logLikelihood = 0;
  const totals = classes.map(() => 0);
  for (const [row, code] of taken.entries()) {
    const weight = prior[row] as number;
    totals[code] = (totals[code] as number) + weight;
    logLikelihood += weight * naturalLog(Math.max(Number.MIN_VALUE, probabilities[code]?.[row] as number));
  }
  const total = totals.reduce((sum, part) => sum + part, 0);
  const nullLogLikelihood = totals.reduce((sum, part) => sum + part * naturalLog(part / total), 0);
  const parameters = soft.rank * (classes.length - 1);
  return {
    ...soft,
    separated,
    equations: classes.slice(1).map((of, k) => ({
      class: of,
      coefficients: design.map((column, at) => {
        const own = at < first;
        const by = own
          ? (intercepts as readonly number[])
          : (soft.coefficients[at - first]?.estimates as readonly number[]);
        const estimate = (by[k + 1] as number) - (by[0] as number);
        const combination = own
          ? interceptCombination(design)
          : Float64Array.from(design, (_, j) => (j === at ? 1 : 0));
        const error = factor === undefined ? null : errorOf(factor, combination, k, classes.length - 1);
        const inUnits = error === null || own ? error : slope(column, unitTarget, error);
        return {
          name: own ? "Intercept" : (names[at - first] as string),
          estimate,
          ...waldOf(estimate, inUnits, normal, reach),
        };
      }),
    })),
    logLikelihood,
    nullLogLikelihood,
    pseudoRSquared: 1 - logLikelihood / nullLogLikelihood,
    degreesOfFreedom: counting.rows - parameters,
    aic: 2 * parameters - 2 * logLikelihood,
    bic: naturalLog(counting.rows) * parameters - 2 * logLikelihood,
    level,
  };
}

const unitTarget: ScaledColumn = { values: new Float64Array(0), shift: 0, scale: 1, exponent: 0 };

/** For each class its probability in the rows that count. */
function probabilitiesOf(
  soft: SoftmaxFit,
  columns: Columns,
  rows: number,
  take: (perRow: Float64Array) => Float64Array,
): readonly Float64Array[] {
  const width = soft.classes.length;
  // Without any coefficient there may be no column either, and each row is like the others.
  const given = soft.coefficients.length === 0 ? { "": new Float64Array(rows) } : columns;
  const { values } = predictProbabilities(soft, given);
  return soft.classes.map((_, k) =>
    take(Float64Array.from({ length: rows }, (_, row) => values[row * width + k] as number)),
  );
}

/** Σ w xⱼ xₘ pₖ (δₖₗ - pₗ), a block for each pair of classes but the first. */
function information(
  design: readonly ScaledColumn[],
  probabilities: readonly Float64Array[],
  prior: Float64Array,
): Float64Array {
  const width = design.length;
  const size = width * (probabilities.length - 1);
  const matrix = new Float64Array(size * size);
  const x = design.map(({ values, shift, scale }) => values.map((value) => (value - shift) * scale));
  for (let k = 0; k + 1 < probabilities.length; k++) {
    for (let l = 0; l <= k; l++) {
      const p = probabilities[k + 1] as Float64Array;
      const q = probabilities[l + 1] as Float64Array;
      const rest = (row: number) => (k === l ? othersThan(k + 1, probabilities, row) : -(q[row] as number));
      const weights = prior.map((weight, row) => weight * (p[row] as number) * rest(row));
      const gram = weightedGram(x, weights);
      for (let j = 0; j < width; j++) {
        for (let m = 0; m < width; m++) {
          const sum = gram[j * width + m] as number;
          matrix[(k * width + j) * size + l * width + m] = sum;
          matrix[(l * width + m) * size + k * width + j] = sum;
        }
      }
    }
  }
  return matrix;
}

/** 1 - pₖ, summed so that nothing cancels. */
function othersThan(k: number, probabilities: readonly Float64Array[], row: number): number {
  return probabilities.reduce((sum, p, at) => (at === k ? sum : sum + (p[row] as number)), 0);
}

/** √(c' I⁻¹ c) for a combination c of the coefficients of class k. */
function errorOf(factor: Float64Array, combination: Float64Array, k: number, classes: number): number {
  const whole = new Float64Array(combination.length * classes);
  whole.set(combination, k * combination.length);
  const solved = solveCholesky(factor, whole.length, whole);
  return Math.sqrt(solved.reduce((sum, value, i) => sum + value * (whole[i] as number), 0));
}
