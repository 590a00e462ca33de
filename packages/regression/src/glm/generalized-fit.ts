import type { Label } from "../columns/labels";
import type { DesignRecipe } from "../formula/design-recipe";
import type { RobustKind } from "../inference/robust-covariance";
import type { Coefficient, DroppedColumn } from "../least-squares/linear-fit";
import type { FamilyName } from "./family";
import type { LinkName } from "./link";

/** A coefficient with its Wald test and interval. */
export interface GeneralizedCoefficient extends Coefficient {
  /** √(dispersion · [(X'WX)⁻¹]ⱼⱼ) with the expected weights W, unless `covariance` tells otherwise; null, with all that follows, where the dispersion is unknown. */
  readonly standardError: number | null;
  /** z: estimate / standardError; null also for a standard error of 0. */
  readonly statistic: number | null;
  /** P(|Z| > |z|) of a normal Z. */
  readonly pValue: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A fitted generalized linear model, as plain data. */
export interface GeneralizedFit {
  readonly kind: "generalized";
  readonly family: FamilyName;
  readonly link: LinkName;
  /** Of the negative binomial family, as given or as estimated; else null. */
  readonly alpha: number | null;
  /** How far an estimated alpha may be off, from the curvature of the log-likelihood in it; null where it was given or is 0. */
  readonly alphaStandardError: number | null;
  /** What the standard errors assume: the family's variance and rows independent; only independent; only clusters independent. */
  readonly covariance: "ordinary" | RobustKind | "clusters";
  /** How many clusters there are; null unless `covariance` is "clusters". */
  readonly clusters: number | null;
  /** Of the binomial family without trials: the class the odds are against, then the class they are for; else null. */
  readonly classes: readonly [negative: Label, positive: Label] | null;
  /** Whether the first coefficient is that of a column of ones. */
  readonly intercept: boolean;
  /** In the order of the columns, after the intercept, which is named "Intercept"; dropped columns are not among them. */
  readonly coefficients: readonly GeneralizedCoefficient[];
  readonly dropped: readonly DroppedColumn[];
  /** How many coefficients the rows determine, the intercept counted. */
  readonly rank: number;
  /** Rows that took part: those with a weight above 0. */
  readonly rows: number;
  /** `rows - rank`. */
  readonly degreesOfFreedom: number;
  /** Twice by what the log-likelihood falls short of that of a model with a mean for each row, times the dispersion. */
  readonly deviance: number;
  /** The deviance of the intercept (and the offset) alone. */
  readonly nullDeviance: number;
  /** Pearson's Σ w (y - μ)² / V(μ). */
  readonly pearsonChi2: number;
  /** pearsonChi2 / degreesOfFreedom for the gaussian and gamma families, null there without degrees of freedom; 1 for the others. */
  readonly dispersion: number | null;
  /**
   * With the dispersion above for the gamma family (as statsmodels does; R divides the deviance by the rows there) and
   * deviance / rows for the gaussian one. Null where it is infinite, for a perfect fit of either, or beyond float64.
   */
  readonly logLikelihood: number | null;
  /** Akaike's criterion 2 k - 2 logLikelihood; k is the rank, and 1 more where alpha was estimated. The dispersion does not count. */
  readonly aic: number | null;
  /** Schwarz's criterion log(rows) k - 2 logLikelihood. */
  readonly bic: number | null;
  readonly iterations: number;
  /** Whether the last step took less than 1e-20 of the deviance, or only rounding was left of it; never so where `separated` holds. */
  readonly converged: boolean;
  /**
   * Whether coefficients would run off to infinity, because columns tell classes, or rows without counts, without a mistake. They are
   * then given where the deviance had settled to 1e-12; their standard errors are large and their p-values say nothing.
   */
  readonly separated: boolean;
  /** The probability that the intervals hold. */
  readonly level: number;
  /** How exactly the linear predictor is known; null where the dispersion is unknown. */
  readonly spread: Spread | null;
  /** The same by the family's variance alone, from which leverage is read; null where `spread` is that. */
  readonly modelSpread: Spread | null;
  /** What makes the columns of new rows, where the fit is one of a formula; else null. */
  readonly recipe: DesignRecipe | null;
}

/** The linear predictor of a row x has the standard error ‖Σⱼ (xⱼ - centreⱼ) factorⱼ‖, over the coefficients in their order. */
export interface Spread {
  readonly centre: readonly number[];
  readonly factor: readonly (readonly number[])[];
}
