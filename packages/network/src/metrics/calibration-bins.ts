import { numberOption } from "@neurite/plugin";
import { NeuriteError, type Value } from "@neurite/tensor";
import { classAt } from "./class-at";
import { classColumns } from "./class-columns";
import { holdsNaN } from "./class-pairs";

export interface CalibrationOptions {
  /** Into how many bins of one width the probabilities from 0 to 1 fall, from 1 to 10000: 10 unless told otherwise. */
  readonly bins?: number | undefined;
}

/** The rows whose probability lies above `from` and up to `to`; the first bin has 0 too. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  /** How many rows there are. */
  readonly count: number;
  /** Their mean probability; `null` where there is none. */
  readonly predicted: number | null;
  /** The share of them that is a yes; `null` where there is none. */
  readonly observed: number | null;
}

/**
 * Whether probabilities mean what they say: of the rows that got about 0.8, eight of ten should be a yes.
 *
 * Formula: bins of equal width; in each the mean probability and the share of yes, as scikit-learn's calibration_curve, which leaves empty bins out.
 * Of a single column the probability is that of yes; of several it is the largest, and a row is a yes where its class was predicted.
 * Shapes: as `logLoss`. Numbers below 0 count as 0, above 1 as 1. Without rows every bin is empty.
 * Throws `bad-argument` for bins that are not a whole number from 1 to 10000, `bad-data` where a number is NaN or the shapes do not fit.
 * Source: DeGroot and Fienberg, "The comparison and evaluation of forecasters" (1983).
 *
 * @example
 * ```ts
 * import { calibrationBins } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * const [low, high] = calibrationBins(value([0.25, 0.25, 0.75, 0.75]), value([0, 1, 1, 1]), { bins: 2 });
 * console.log(low?.predicted, low?.observed); // → 0.25 0.5
 * console.log(high?.predicted, high?.observed); // → 0.75 1
 * ```
 */
export function calibrationBins(
  prediction: Value,
  target: Value,
  { bins = 10 }: CalibrationOptions = {},
): readonly CalibrationBin[] {
  checkBins("calibrationBins", bins);
  const found = intoBins("calibrationBins", prediction, target, bins);
  if (found) return found;
  throw new NeuriteError(
    "bad-data",
    "calibrationBins: predictions and targets should be numbers, got NaN. Leave out the rows that have none.",
  );
}

export function checkBins(kind: string, bins: number): void {
  numberOption(kind, "bins", bins, "a whole number from 1 to 10000", (n) => Number.isInteger(n) && n >= 1 && n <= 1e4);
}

/** The bins; `null` where a number is NaN. */
export function intoBins(
  kind: string,
  prediction: Value,
  target: Value,
  bins: number,
): readonly CalibrationBin[] | null {
  const { places, classes, indices } = classColumns(kind, prediction, target);
  const sums = Array.from({ length: bins }, () => ({ count: 0, predicted: 0, observed: 0 }));
  const [p, y] = [prediction.data, target.data];
  if (holdsNaN(prediction) || holdsNaN(target)) return null;
  for (let place = 0; place < places; place++) {
    const said = classes === 1 ? 0 : classAt(p, place, classes);
    const own = indices ? (y[place] as number) : classAt(y, place, classes);
    const probability = share(p[place * classes + said] as number);
    const bin = sums[binOf(probability, bins)] as (typeof sums)[number];
    bin.count++;
    bin.predicted += probability;
    bin.observed += classes === 1 ? share(y[place] as number) : Number(said === own);
  }
  return sums.map(({ count, predicted, observed }, i) => ({
    from: i / bins,
    to: (i + 1) / bins,
    count,
    predicted: count === 0 ? null : predicted / count,
    observed: count === 0 ? null : observed / count,
  }));
}

const share = (x: number) => Math.min(1, Math.max(0, x));

/** The bin whose edges stand around the probability: the product rounds, the edges decide. */
function binOf(probability: number, bins: number): number {
  let bin = Math.min(bins - 1, Math.floor(probability * bins));
  while (bin > 0 && probability <= bin / bins) bin--;
  while (bin < bins - 1 && probability > (bin + 1) / bins) bin++;
  return bin;
}
