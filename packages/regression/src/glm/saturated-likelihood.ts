// Log-likelihoods at μ = y. They are small differences of large numbers (y log y - y - log y! at y = 1e8), hence double-double.

import { preciseLogarithm } from "../distributions/precise-exponential";
import { preciseLogGamma } from "../distributions/precise-log-gamma";
import {
  add,
  type DoubleDouble,
  divide,
  doubleDouble,
  multiply,
  subtract,
  twoSum,
} from "../linear-algebra/double-double";

/** y log y - y - log Γ(y + 1) */
export function saturatedPoisson(y: number): number {
  return subtract(subtract(timesLogarithm(doubleDouble(y)), doubleDouble(y)), logFactorial(y)).high;
}

/** log of the probability of y successes in n trials with a probability of y / n. */
export function saturatedBinomial(y: number, trials: number): number {
  const ways = subtract(logFactorial(trials), add(logFactorial(y), logFactorial(trials - y)));
  const certain = add(timesLogarithm(doubleDouble(y)), timesLogarithm(doubleDouble(trials - y)));
  return add(ways, subtract(certain, timesLogarithm(doubleDouble(trials)))).high;
}

/** Of a gamma distribution of shape k = 1 / dispersion at its mean: k log k - k - log Γ(k) - log y. */
export function saturatedGamma(y: number, dispersion: number): number {
  const shape = divide(doubleDouble(1), doubleDouble(dispersion));
  const atOne = subtract(subtract(timesLogarithm(shape), shape), preciseLogGamma(shape));
  return subtract(atOne, preciseLogarithm(doubleDouble(y))).high;
}

/** Of a negative binomial of size θ = 1 / alpha: log of Γ(y + θ) / (Γ(θ) y!) · (y / (y + θ))^y · (θ / (y + θ))^θ. */
export function saturatedNegativeBinomial(y: number, size: number): number {
  const both = twoSum(y, size);
  const theta = doubleDouble(size);
  const ways = subtract(preciseLogGamma(both), add(preciseLogGamma(theta), logFactorial(y)));
  const shares = subtract(add(timesLogarithm(doubleDouble(y)), timesLogarithm(theta)), timesLogarithm(both));
  return add(ways, shares).high;
}

/** x log x, 0 at 0. */
function timesLogarithm(x: DoubleDouble): DoubleDouble {
  return x.high === 0 ? x : multiply(x, preciseLogarithm(x));
}

function logFactorial(n: number): DoubleDouble {
  return preciseLogGamma(twoSum(n, 1));
}
