import type { Loss } from "@neurite/plugin";
import { and, constant, log1p, logGamma, stirlingCorrection, type Tensor } from "@neurite/tensor";
import { positiveOption } from "../positive-option";
import { checkTargetValues } from "./check-target-values";
import type { LogMeanOptions } from "./deviance";
import { halves } from "./halves";
import { logarithmsOf } from "./logarithms-of";
import { matchTarget } from "./match-target";
import { rowMean } from "./row-mean";
import { softplusPair } from "./softplus-pair";

export interface NegativeBinomialOptions extends LogMeanOptions {
  /** How much wider than Poisson the counts spread: the variance is `mean + dispersion · mean²`. Unless told, the network predicts it too. */
  readonly dispersion?: number | undefined;
  /** Whether `log y!` is added, which no training changes, so that the loss is `-log` of a probability: not unless told. */
  readonly full?: boolean | undefined;
}

const kind = "negativeBinomial";

/** Below which product of dispersion and mean the series for `log(1 + α · μ)` is taken. */
const limit = 1 / 16;

/**
 * The loss for counts that spread more than Poisson's: visits, claims, items of a basket.
 *
 * Formula: `-log P(y) - log y!` for counts with mean μ and variance `μ + α · μ²`, which with `r = 1 / α` is
 * `log Γ(r) - log Γ(y + r) + (y + r) · log(1 + α · μ) - y · log(α · μ)`; with α = 0 it is the Poisson loss, and it is worked out so that
 * it keeps its digits on the way there. The mean over all axes but the first. Unless `full` it lacks `log y!`.
 * Shapes: with a `dispersion` α `prediction: [rows, ...]`, means above 0, and `target` alike; without, `prediction: [rows, ..., 2n]`, n
 * means, then n dispersions from 0 up, and `target: [rows, ..., n]` (`[rows]` too where n is 1); under `fromLogMean` the logarithms of
 * both. Counts from 0 up (any dtype); result `[rows]`, in nats. Means and dispersions below 0 give NaN, which stops a training.
 * Throws `bad-argument` for a dispersion that is not above 0, `bad-data` where the shapes do not fit or a count is below 0.
 * As PyTorch's `NegativeBinomial` with `total_count` r. Source: Lawless, "Negative binomial and mixed Poisson regression" (1987).
 *
 * @example
 * ```ts
 * import { negativeBinomial } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * // with dispersion 1 it is geometric: P(0) = 1 / (1 + μ)
 * const [perRow] = evaluate([negativeBinomial({ dispersion: 1 }).apply(constant([[3]], "float64"), constant([[0]]))]);
 * console.log(perRow.data[0]?.toFixed(6)); // → 1.386294
 * ```
 */
export function negativeBinomial({ dispersion, fromLogMean, full }: NegativeBinomialOptions = {}): Loss {
  if (dispersion !== undefined) positiveOption(kind, "dispersion", dispersion);
  return {
    kind,
    config: {
      ...(dispersion === undefined ? {} : { dispersion }),
      ...(fromLogMean === undefined ? {} : { fromLogMean }),
      ...(full === undefined ? {} : { full }),
    },
    apply: (prediction, target) => {
      checkTargetValues(kind, target, (y) => y >= 0, "counts from 0 up", "Use another loss for numbers below 0.");
      const logs = logarithmsOf(prediction, fromLogMean);
      const given = logs ?? prediction;
      const fixed = dispersion === undefined ? undefined : constant(dispersion, given.dtype).broadcast(given.shape);
      const [first, second] = fixed ? [given, fixed] : halves(kind, given, "the means, then the dispersions");
      const y = matchTarget(kind, first, target, fixed ? undefined : "the means");
      const parts = logs ? ofLogarithms(first, fixed ? fixed.log() : second, y, fixed) : ofNumbers(first, second, y);
      const cost = costOf(parts, y);
      return rowMean(full ? cost.add(logGamma(y.add(1))) : cost);
    },
  };
}

/** What the cost is made of, found in the way that overflows least; what stands where `small` does not hold is not looked at. */
interface Parts {
  /** Whether α · μ is so small that the series for its logarithm is taken. */
  readonly small: Tensor;
  readonly mean: Tensor;
  /** α · μ */
  readonly product: Tensor;
  readonly dispersion: Tensor;
  /** log(1 + α · μ) */
  readonly growth: Tensor;
  /** y · log μ */
  readonly gain: Tensor;
}

function ofLogarithms(logMean: Tensor, logDispersion: Tensor, y: Tensor, fixed: Tensor | undefined): Parts {
  const logProduct = logMean.add(logDispersion);
  const small = logProduct.less(-3);
  return {
    small,
    mean: small.where(logMean, 0).exp(),
    product: small.where(logProduct, 0).exp(),
    dispersion: fixed ?? logDispersion.exp(),
    growth: softplusPair(logProduct).up,
    gain: y.mul(logMean),
  };
}

function ofNumbers(mean: Tensor, given: Tensor, y: Tensor): Parts {
  const dispersion = given.less(0).where(Number.NaN, given);
  const product = mean.mul(dispersion);
  // 0 · log 0 is 0: a mean of 0 is right for a count of 0, and has a slope there
  const none = and(y.equal(0), mean.equal(0));
  const gain = y.mul(none.where(1, mean).log());
  return { small: product.less(limit), mean, product, dispersion, growth: log1p(product), gain };
}

/**
 * Both `log Γ` as Stirling's formula and what it leaves out; the formulas cancel by hand down to differences of `log(1 + α μ)` and
 * `log(1 + α y)`, so that no 1 / α is left that is not harmless.
 */
function costOf(parts: Parts, y: Tensor): Tensor {
  const { dispersion, growth, gain } = parts;
  const product = y.mul(dispersion);
  const own = log1p(product);
  const best = { ...parts, small: product.less(limit), mean: y, product, growth: own };
  const remainder = stirlingCorrection(dispersion.div(product.add(1))).sub(stirlingCorrection(dispersion));
  return y.mul(growth.sub(own)).add(shareOf(parts)).sub(shareOf(best)).add(own.div(2)).add(y).sub(gain).sub(remainder);
}

/** `log(1 + α · μ) / α`, which is μ where α is 0. */
function shareOf({ small, mean, product, dispersion, growth }: Parts): Tensor {
  const x = small.where(product, 0);
  // 1 - x/2 + x²/3 …: up to the last bit of two derivatives
  const terms = x.dtype === "float32" ? 8 : 16;
  let series = constant(1 / terms, x.dtype);
  for (let k = terms - 1; k >= 1; k--)
    series = series
      .mul(x)
      .neg()
      .add(1 / k);
  return small.where(series.mul(small.where(mean, 0)), growth.div(small.where(1, dispersion)));
}
