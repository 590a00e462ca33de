// Between the linear predictor η and the mean μ. Exponentials in + - * / only, so results have the same bits in every engine.
import { naturalLog } from "@neurite/tensor";
import { exponential } from "../distributions/exponential";

/** The name of a link: η is μ, log μ, log(μ / (1 - μ)) or 1 / μ. */
export type LinkName = "identity" | "log" | "logit" | "inverse";

/** How the linear predictor and the mean belong together. */
export interface Link {
  readonly name: LinkName;
  /** η of a mean. */
  readonly predictor: (mean: number) => number;
  /** μ of a linear predictor; NaN where no mean belongs to it, Infinity where it is beyond float64. */
  readonly mean: (predictor: number) => number;
  /** dμ/dη. */
  readonly slope: (mean: number, predictor: number) => number;
  /** Whether μ comes to the edge of its range only at an infinite η: then a fit can run off to infinity. */
  readonly endless: boolean;
}

/** 1 / (1 + e^-η), small values with all their digits. */
export function logistic(predictor: number): number {
  const smaller = exponential(-Math.abs(predictor));
  return predictor >= 0 ? 1 / (1 + smaller) : smaller / (1 + smaller);
}

export const links: Readonly<Record<LinkName, Link>> = {
  identity: { name: "identity", predictor: (mean) => mean, mean: (eta) => eta, slope: () => 1, endless: false },
  log: { name: "log", predictor: naturalLog, mean: exponential, slope: (mean) => mean, endless: true },
  logit: {
    name: "logit",
    predictor: (mean) => naturalLog(mean / (1 - mean)),
    mean: logistic,
    slope: (_, eta) => logistic(eta) * logistic(-eta),
    endless: true,
  },
  inverse: {
    name: "inverse",
    predictor: (mean) => 1 / mean,
    mean: (eta) => (eta > 0 ? 1 / eta : Number.NaN),
    slope: (mean) => -mean * mean,
    endless: false,
  },
};
