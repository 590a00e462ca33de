import { and, constant, greater, log1p, not, or, type Tensor } from "@neurite/tensor";
import { logarithmsOf } from "./logarithms-of";

export interface LogMeanOptions {
  /**
   * Whether the prediction is the logarithm of the mean. Unless told, it is the mean; where it comes straight from an exponential, the
   * loss works from the exponent, which is exact also where the mean is 0. `false` never looks.
   */
  readonly fromLogMean?: boolean | undefined;
}

/**
 * The unit deviance of the Tweedie family: how much less likely a target is under this mean than under itself, twice in nats.
 *
 * With `u = log(ŷ / y)` and `ψ(a, u) = (e^au - 1) / a`, which is u at a = 0, it is `2 y²⁻ᵖ (ψ(2-p, u) - ψ(1-p, u))`. There the powers 1
 * and 2 are not special, those next to them lose nothing, and means next to their target lose less than in the usual sum of three powers,
 * which is taken where the target is not above 0, or too far off for this.
 */
export function deviance(power: number, prediction: Tensor, y: Tensor, fromLogMean: boolean | undefined): Tensor {
  const logs = logarithmsOf(prediction, fromLogMean);
  const given = fromLogMean ? prediction.exp() : prediction;
  if (power === 0) return given.sub(y).mul(given.sub(y));
  const mean = logs ? given : given.less(0).where(Number.NaN, given);
  const positive = greater(y, 0);
  const base = positive.where(y, 1);
  // where the mean is 0 and the deviance finite, no logarithm of it is taken, whose slope would be infinite
  const none = power < 0 ? mean.equal(0) : and(mean.equal(0), not(positive));
  const logMean = logs ?? none.where(1, mean).log();
  const logRatio = logs ? logs.sub(base.log()) : logOfRatio(mean, base, logMean);
  if (power === 2) return logRatio.neg().expm1().add(logRatio).mul(2);

  const [a, b] = [2 - power, 1 - power];
  // as far as neither power overflows, and not where both are so small beside 1 that e^x - 1 has lost them for the gradient
  const inRange = logRatio.abs().less(30 / Math.max(1, Math.abs(a), Math.abs(b)));
  const kept = or(greater(logRatio.mul(a), -1), greater(logRatio.mul(b), -1));
  const near = and(and(positive, not(none)), and(inRange, kept));
  const u = near.where(logRatio, 0);
  const close = powerOf(base, a).mul(psi(a, u).sub(psi(b, u)));

  const raised = (exponent: number) => none.where(0, logMean.mul(exponent).exp());
  // y · ŷᵇ: below 0 by one exponential, since the power alone may overflow though the product does not
  const product = b > 0 ? y.mul(raised(b)) : positive.where(positive.where(logMean.mul(b).add(base.log()), 0).exp(), 0);
  const own = positive.where(powerOf(base, a), 0);
  const up = (power === 1 ? mean : raised(a)).sub(own).div(a);
  const down = power === 1 ? y.mul(positive.where(logRatio, 0)) : product.sub(own).div(b);
  return near.where(close, up.sub(down)).mul(2);
}

/** `log(mean / y)`, which keeps its digits where both are nearly equal. */
function logOfRatio(mean: Tensor, y: Tensor, logMean: Tensor): Tensor {
  const excess = mean.sub(y);
  const near = excess.abs().less(y.div(2));
  return near.where(log1p(near.where(excess, 0).div(y)), logMean.sub(y.log()));
}

function psi(a: number, u: Tensor): Tensor {
  return a === 0 ? u : u.mul(a).expm1().div(a);
}

/** Powers of numbers above 0; those that need no logarithm are exact. */
function powerOf(x: Tensor, exponent: number): Tensor {
  return exponent === 0 ? constant(1, x.dtype) : exponent === 1 ? x : x.log().mul(exponent).exp();
}
