import { NeuriteError } from "@neurite/tensor";

/** When a training ends before its last epoch. */
export interface EarlyStopping {
  /** How many epochs without improvement are waited for; 10 unless told otherwise. */
  readonly patience?: number;
  /** How much better counts as an improvement; 0 unless told otherwise. */
  readonly minDelta?: number;
  /** Which number is watched: `validationLoss` where there is validation data, else `loss`; or the kind of a metric. */
  readonly monitor?: string;
  /** Whether the model gets the weights of its best epoch; true unless told otherwise. */
  readonly restoreBest?: boolean;
}

/** What early stopping remembers from epoch to epoch. */
export interface Watched {
  readonly best: number | null;
  readonly bestEpoch: number;
  readonly wait: number;
}

export const nothingWatched: Watched = { best: null, bestEpoch: 0, wait: 0 };

/** What one more epoch does to the memory: better resets the wait, a score that is not defined counts as no better. */
export function watch(
  before: Watched,
  epoch: number,
  score: number | null,
  better: "higher" | "lower",
  minDelta: number,
): Watched {
  const gain = score === null ? -1 : before.best === null ? Number.POSITIVE_INFINITY : before.best - score;
  const improved = better === "lower" || before.best === null ? gain > minDelta : -gain > minDelta;
  if (score !== null && improved) return { best: score, bestEpoch: epoch, wait: 0 };
  return { ...before, wait: before.wait + 1 };
}

/** Refuses settings that could never work. */
export function checkEarlyStopping({ patience = 10, minDelta = 0 }: EarlyStopping): void {
  if (!Number.isInteger(patience) || patience < 1) {
    throw new NeuriteError(
      "bad-argument",
      `fit: "earlyStopping.patience" should be a whole number above 0, got ${patience}. Wait for at least one epoch.`,
    );
  }
  if (!(minDelta >= 0)) {
    throw new NeuriteError(
      "bad-argument",
      `fit: "earlyStopping.minDelta" should be 0 or more, got ${minDelta}. Give the gain that counts as better.`,
    );
  }
}
