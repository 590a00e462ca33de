import type { Loss } from "@neurite/plugin";
import { log1p, type Tensor } from "@neurite/tensor";
import { matchTarget } from "./match-target";
import { rowMean } from "./row-mean";

/**
 * Squared error for small misses, absolute error for large ones, with all derivatives: a huber loss without a seam.
 *
 * Formula: `log cosh d` with `d = ŷ - y`, which is about `d² / 2` near 0 and `|d| - log 2` far away; the mean over all axes but the
 * first. It keeps its digits near 0 and is finite for every miss. Shapes: `prediction: [rows, ...]`, `target` alike, result `[rows]`.
 * Throws `bad-data` where the shapes differ. As in Keras; PyTorch has no such loss.
 * Source: Green, "Bayesian reconstructions from emission tomography data using a modified EM algorithm" (1990).
 *
 * @example
 * ```ts
 * import { logCosh } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [perRow] = evaluate([logCosh.apply(constant([[0.001], [1000]], "float64"), constant([[0], [0]], "float64"))]);
 * console.log([...perRow.data].map((n) => n.toPrecision(7))); // → [ '4.999999e-7', '999.3069' ]
 * ```
 */
export const logCosh: Loss = {
  kind: "logCosh",
  apply: (prediction, target) => rowMean(logCoshOf(prediction.sub(matchTarget("logCosh", prediction, target)))),
};

function logCoshOf(d: Tensor): Tensor {
  const distance = d.abs();
  const near = distance.less(1);
  // cosh d - 1 = (e^d + e^-d - 2) / 2 = (e^d - 1)² / 2e^d, in which nothing cancels and no |d| stands, whose second derivative at 0 is lost
  const growth = near.where(d, 0).expm1();
  const above = growth.mul(growth).div(growth.add(1).mul(2));
  const far = near.where(1, distance);
  return near.where(log1p(above), far.sub(Math.LN2).add(log1p(far.mul(-2).exp())));
}
