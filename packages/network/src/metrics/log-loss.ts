import type { Metric } from "@neurite/plugin";
import { naturalLog } from "@neurite/tensor";
import { classColumns } from "./class-columns";

/** No row costs more than -log of this, 34.5 nats. */
const leastProbability = 1e-15;

/**
 * How surprised one is by the classes after hearing the predicted probabilities: 0 is certain and right.
 *
 * Formula: the mean over rows of `-Σ yᵢ · log pᵢ`, of one column `-y · log p - (1 - y) · log(1 - p)`, in nats; probabilities below 1e-15
 * count as 1e-15, above 1 as 1. Shapes: prediction `[rows, ..., classes]` with targets alike (one-hot or probabilities) or the classes'
 * indices `[rows, ...]`, or `[rows]` or `[rows, 1]` with targets from 0 to 1. An index outside the classes has probability 0.
 * `null` for 0 rows, and where a number is not finite. Throws `bad-data` where the shapes do not fit.
 * Source: Good, "Rational decisions" (1952).
 *
 * @example
 * ```ts
 * import { logLoss } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * console.log(logLoss.compute(value([[0.5], [0.5]]), value([[1], [0]]))); // → 0.6931471805599453
 * ```
 */
export const logLoss: Metric = {
  kind: "logLoss",
  better: "lower",
  compute: (prediction, target) => {
    const { places, classes, indices } = classColumns("logLoss", prediction, target);
    const [p, y] = [prediction.data, target.data];
    if (places === 0) return null;
    let loss = 0;
    for (let place = 0; place < places; place++) {
      if (indices) {
        const column = y[place] as number;
        loss += cost(1, column >= 0 && column < classes ? p[place * classes + column] : 0);
      } else if (classes === 1) {
        const [own, yes] = [y[place] as number, p[place] as number];
        loss += cost(own, yes) + cost(1 - own, 1 - yes);
      } else {
        for (let at = place * classes; at < (place + 1) * classes; at++) loss += cost(y[at] as number, p[at]);
      }
    }
    return Number.isFinite(loss) ? loss / places : null;
  },
};

/** What a class costs that has this share of the truth and was given probability p; a class without a share costs nothing. */
function cost(share: number, p: number | undefined): number {
  if (p === undefined || Number.isNaN(p)) return Number.NaN;
  return share === 0 ? 0 : -share * naturalLog(Math.min(1, Math.max(p, leastProbability)));
}
