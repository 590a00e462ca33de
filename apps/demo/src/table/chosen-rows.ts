// Which of the answered rows are chosen, and which of those are furthest off: one pass, since there may be a hundred thousand.
import type { Answered } from "./answered";

/** A rectangle over actual (x) and predicted (y) values; for classes over their indices. */
export interface Brush {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export interface ChosenRows {
  readonly count: number;
  /** Places among the answered rows, the largest error first. */
  readonly worst: readonly number[];
}

/** How far off a row is: |actual - predicted|, for classes 1 - the probability of the actual one. */
export function errorsOf({ actual, predicted, sure }: Answered): Float64Array {
  if (sure.length > 0) return sure.map((p) => 1 - p);
  return actual.map((y, i) => Math.abs(y - (predicted[i] as number)));
}

/** Whether a row stands within the rectangle; without one all do. */
export function isChosen({ actual, predicted }: Answered, brush: Brush | undefined, i: number): boolean {
  if (!brush) return true;
  const [a, p] = [actual[i] as number, predicted[i] as number];
  return a >= brush.x[0] && a <= brush.x[1] && p >= brush.y[0] && p <= brush.y[1];
}

/** Counts the rows chosen and finds those with the largest errors, of equals the first. */
export function chosenRows(
  answered: Answered,
  errors: Float64Array,
  brush: Brush | undefined,
  most: number,
): ChosenRows {
  const worst: number[] = [];
  let count = 0;
  for (let i = 0; i < errors.length; i++) {
    if (!isChosen(answered, brush, i)) continue;
    count++;
    const error = errors[i] as number;
    if (worst.length === most && !(error > (errors[worst.at(-1) as number] as number))) continue;
    const place = worst.findIndex((other) => error > (errors[other] as number));
    worst.splice(place < 0 ? worst.length : place, 0, i);
    if (worst.length > most) worst.pop();
  }
  return { count, worst };
}
