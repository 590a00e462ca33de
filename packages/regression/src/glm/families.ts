// Five families. Deviances are written with L(d) = log(1 + d) - d, in which the parts that cancel are gone: at μ near y they keep their digits.
import { naturalLog } from "@neurite/tensor";
import { exponential } from "../distributions/exponential";
import { logarithmOfOnePlus, logarithmRemainder } from "../distributions/logarithm-remainder";
import type { Family } from "./family";
import { type Link, links, logistic } from "./link";
import { saturatedBinomial, saturatedGamma, saturatedNegativeBinomial, saturatedPoisson } from "./saturated-likelihood";

/** log 2π */
const logTwoPi = 1.8378770664093453;

export const gaussian: Family = {
  name: "gaussian",
  link: links.identity,
  alpha: null,
  estimatesDispersion: true,
  start: (y) => y,
  variance: () => 1,
  deviance: (y, mean) => (y - mean) ** 2,
  saturated: ({ dispersion }) => -(logTwoPi + naturalLog(dispersion)) / 2,
};

export const poisson: Family = {
  name: "poisson",
  link: links.log,
  alpha: null,
  estimatesDispersion: false,
  start: (y) => y + 0.1,
  variance: (mean) => mean,
  deviance: (y, mean) => (y === 0 ? 2 * mean : -2 * y * logarithmRemainder((mean - y) / y)),
  saturated: ({ y }) => saturatedPoisson(y),
};

export const binomial: Family = {
  name: "binomial",
  link: links.logit,
  alpha: null,
  estimatesDispersion: false,
  start: (y, trials) => (trials * y + 0.5) / (trials + 1),
  variance: (_, eta) => logistic(eta) * logistic(-eta),
  deviance: (y, mean, eta) => {
    // log(1 + e^η) is what a failure costs, log(1 + e^-η) what a success does
    if (y === 0) return 2 * softplus(eta);
    if (y === 1) return 2 * softplus(-eta);
    return -2 * (y * logarithmRemainder((mean - y) / y) + (1 - y) * logarithmRemainder((y - mean) / (1 - y)));
  },
  saturated: ({ y, trials }) => saturatedBinomial(y * trials, trials),
};

/** The gamma family with one of its links. */
export function gamma(link: Link): Family {
  return {
    name: "gamma",
    link,
    alpha: null,
    estimatesDispersion: true,
    start: (y) => y,
    variance: (mean) => mean * mean,
    deviance: (y, mean) => -2 * logarithmRemainder((y - mean) / mean),
    ...(link.name === "log" && { curvature: (y: number, mean: number) => y / mean }),
    saturated: ({ y, dispersion }) => saturatedGamma(y, dispersion),
  };
}

/** The negative binomial family; for an alpha of 0 its limit, the Poisson one. */
export function negativeBinomial(alpha: number): Family {
  if (alpha === 0) return { ...poisson, name: "negativeBinomial", alpha };
  const size = 1 / alpha;
  return {
    name: "negativeBinomial",
    link: links.log,
    alpha,
    estimatesDispersion: false,
    start: (y) => y + (y === 0 ? 1 / 6 : 0),
    variance: (mean) => mean + alpha * mean * mean,
    deviance: (y, mean) => {
      if (y === 0) return 2 * size * logarithmOfOnePlus(alpha * mean);
      const both = (y + size) * logarithmRemainder((mean - y) / (y + size));
      return 2 * (both - y * logarithmRemainder((mean - y) / y));
    },
    curvature: (y, mean) => (1 + alpha * y) / (1 + alpha * mean),
    saturated: ({ y }) => saturatedNegativeBinomial(y, size),
  };
}

/** log(1 + e^x) */
function softplus(x: number): number {
  const rest = logarithmOfOnePlus(exponential(-Math.abs(x)));
  return x > 0 ? x + rest : rest;
}
