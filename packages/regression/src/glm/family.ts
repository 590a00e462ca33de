import type { Link, LinkName } from "./link";

/** The distribution of a target around its mean. */
export type FamilyName = "gaussian" | "poisson" | "binomial" | "gamma" | "negativeBinomial";

/** What a generalized linear model has to know of a distribution; of a binomial one, y and μ are shares of the trials. */
export interface Family {
  readonly name: FamilyName;
  readonly link: Link;
  /** Of a negative binomial: the variance is μ + alpha μ². */
  readonly alpha: number | null;
  /** Whether the variance has a factor that is estimated; else that factor is 1. */
  readonly estimatesDispersion: boolean;
  /** The mean to start from. */
  readonly start: (y: number, trials: number) => number;
  /** V(μ): the variance, but for dispersion and weight. */
  readonly variance: (mean: number, predictor: number) => number;
  /** Twice by what the log-likelihood falls short of that at μ = y, for a dispersion and weight of 1. */
  readonly deviance: (y: number, mean: number, predictor: number) => number;
  /** By how much the curvature of the deviance in the linear predictor is not the expected one; left out where it always is that. */
  readonly curvature?: (y: number, mean: number) => number;
  /** The log-likelihood at μ = y of a row of prior weight 1. */
  readonly saturated: (row: SaturatedRow) => number;
}

/** A row where the mean is its target. */
export interface SaturatedRow {
  readonly y: number;
  readonly trials: number;
  /** Dispersion over prior weight, of families whose dispersion is estimated. */
  readonly dispersion: number;
}

/** The links of each family; the first is taken unless told otherwise. */
export const familyLinks: Readonly<Record<FamilyName, readonly LinkName[]>> = {
  gaussian: ["identity"],
  poisson: ["log"],
  binomial: ["logit"],
  gamma: ["log", "inverse"],
  negativeBinomial: ["log"],
};
