import type { Columns } from "../columns/columns";
import type { Labels } from "../columns/labels";
import type { ClassFitReport, ClassOptions } from "./class-fit";
import { fitSoftmax } from "./fit-softmax";

/** One column's part in the score of each class. */
export interface ClassCoefficients {
  readonly name: string;
  /** One for each class, adding up to 0. */
  readonly estimates: readonly number[];
}

/** A fit to two or more classes, as plain data. */
export interface SoftmaxFit extends ClassFitReport {
  readonly kind: "softmax";
  readonly coefficients: readonly ClassCoefficients[];
  /** One for each class, adding up to 0; null when the fit was made without. */
  readonly intercepts: readonly number[] | null;
}

/**
 * Fits the probability of each of several classes (multinomial logistic regression).
 *
 * P(class k) = exp(zₖ) / Σₗ exp(zₗ) with zₖ = b₀ₖ + Σⱼ bⱼₖ xⱼ, with the mean of the rows' negative log-likelihood plus
 * ridge / 2 · Σₖ Σⱼ (bⱼₖ sⱼ)² least, where sⱼ is the column's standard deviation; intercepts bear no ridge. Newton's
 * method, to convergence. Only differences between classes matter, so each column's coefficients are given with sum 0.
 *
 * Errors: `too-few-rows`, `bad-cell`, `bad-data` (a single class, lengths, weights), `bad-argument`, `not-finite`.
 *
 * Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition, 4.4 and 18.3.2.
 *
 * @example
 * ```ts
 * import { predictClasses, softmaxRegression } from "@neurite/regression";
 *
 * const fit = softmaxRegression({ size: [1, 2, 3, 4, 5, 6] }, ["S", "S", "M", "M", "L", "L"]);
 * console.log(predictClasses(fit, { size: [1.2, 3.5, 7] })); // → [ 'S', 'M', 'L' ]
 * ```
 */
export function softmaxRegression(columns: Columns, target: Labels, options: ClassOptions = {}): SoftmaxFit {
  return fitSoftmax(columns, target, options, "softmaxRegression");
}
