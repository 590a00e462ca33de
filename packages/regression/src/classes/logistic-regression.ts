import type { Columns } from "../columns/columns";
import type { Label, Labels } from "../columns/labels";
import type { Coefficient } from "../least-squares/linear-fit";
import { type ClassFitReport, type ClassOptions, fitClasses } from "./class-fit";

/** A fit to two classes, as plain data: the log odds of the second class are a sum of multiples of columns. */
export interface LogisticFit extends ClassFitReport {
  readonly kind: "logistic";
  /** The class the odds are against, then the class they are for. */
  readonly classes: readonly [negative: Label, positive: Label];
  readonly coefficients: readonly Coefficient[];
  /** Null when the fit was made without one. */
  readonly intercept: number | null;
}

/**
 * Fits the probability of the second of two classes.
 *
 * log(p / (1 - p)) = b₀ + Σⱼ bⱼ xⱼ, with the mean of the rows' negative log-likelihood plus ridge / 2 · Σⱼ (bⱼ sⱼ)² least, where sⱼ is the
 * column's standard deviation; the intercept bears no ridge. Newton's method, to convergence. The ridge of 1e-6 moves
 * an ordinary fit in about its sixth digit and keeps a fit finite whose classes the columns separate; `ridge: 0` gives maximum likelihood.
 * The target holds 0 and 1, false and true, or any two labels; `classes` tells which is which, else they are sorted.
 *
 * Errors: `too-few-rows`, `bad-cell`, `bad-data` (not two classes, lengths, weights), `bad-argument`, `not-finite`.
 *
 * Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition, 4.4.1.
 *
 * @example
 * ```ts
 * import { logisticRegression, predictClasses } from "@neurite/regression";
 *
 * const fit = logisticRegression({ hours: [1, 2, 3, 4, 5, 6] }, ["fail", "fail", "pass", "fail", "pass", "pass"]);
 * console.log(fit.converged); // → true
 * console.log(predictClasses(fit, { hours: [0, 9] })); // → [ 'fail', 'pass' ]
 * ```
 */
export function logisticRegression(columns: Columns, target: Labels, options: ClassOptions = {}): LogisticFit {
  const { report, names, estimates, intercepts } = fitClasses(columns, target, options, {
    subject: "logisticRegression",
    // With two classes the centred ridge is half of the plain one.
    ridgeFactor: 2,
    forMore: "softmaxRegression",
  });
  const [negative, positive] = report.classes as [Label, Label];
  return {
    kind: "logistic",
    ...report,
    classes: [negative, positive],
    coefficients: names.map((name, j) => ({ name, estimate: estimates[0]?.[j] as number })),
    intercept: intercepts?.[0] ?? null,
  };
}
