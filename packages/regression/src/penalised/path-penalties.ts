import { NeuriteError } from "@neurite/tensor";
import { checkPenalty } from "./penalty-options";

/** Which penalties to try. */
export interface PathOptions {
  /** The penalties themselves, in any order; they are taken from large to small. */
  readonly penalties?: readonly number[];
  /** How many penalties; 100 unless told otherwise. */
  readonly count?: number;
  /** The last penalty as a part of the first; 0.001 unless told otherwise. */
  readonly smallest?: number;
}

/** Below this share no penalty is so large that it leaves nothing, or only an absurd one. */
const leastRatio = 0.001;

/** The penalties of a path, descending. `largest` is the first one of a lasso. */
export function pathPenalties(
  largest: () => number,
  l1Ratio: number,
  { penalties, count = 100, smallest = 0.001 }: PathOptions,
  subject: string,
): readonly number[] {
  if (penalties !== undefined) {
    if (penalties.length === 0) throw bad(subject, "penalties", "hold at least one number", "none");
    for (const penalty of penalties) checkPenalty(penalty, subject);
    return [...penalties].sort((a, b) => b - a);
  }
  if (!(Number.isInteger(count) && count >= 1 && count <= 10_000)) {
    throw bad(subject, "count", "be a whole number from 1 to 10000", String(count));
  }
  if (!(smallest > 0 && smallest < 1)) throw bad(subject, "smallest", "be a number between 0 and 1", String(smallest));
  // Rounding must not let a coefficient in at the first penalty. Where no column tells anything, any penalty does.
  const first = ((largest() || 1) / Math.max(leastRatio, l1Ratio)) * (1 + 2 ** -46);
  if (!Number.isFinite(first)) {
    throw new NeuriteError(
      "not-finite",
      `${subject}: the largest penalty is beyond float64 (above 1.8e308). Measure the columns or the target in other units.`,
    );
  }
  const path = Array.from({ length: count }, (_, i) => first * smallest ** (i / Math.max(1, count - 1)));
  return path.filter((penalty) => penalty > 0);
}

function bad(subject: string, option: string, expected: string, got: string): NeuriteError {
  return new NeuriteError(
    "bad-argument",
    `${subject}: "${option}" should ${expected}, got ${got}. Leave it out for 100 penalties down to a thousandth of the first.`,
  );
}
