import type { Value } from "@neurite/tensor";
import { classAt } from "./class-at";
import { classColumns } from "./class-columns";
import { holdsNaN } from "./class-pairs";

/** The rows where the score is the same. */
export interface Tie {
  /** How many of them are a yes, and how many there are. */
  readonly yes: number;
  readonly count: number;
}

/** What a metric of ranks makes of one class: ties by rising score; `null` where it is not defined. */
export type RankScore = (ties: readonly Tie[]) => number | null;

/**
 * The score of yes of a single column; of several, the mean over those classes against the rest for which it is defined.
 *
 * `null` where there is none, and where a number is NaN. Throws `bad-data` where the shapes do not fit.
 */
export function eachClass(kind: string, prediction: Value, target: Value, score: RankScore): number | null {
  const { places, classes, indices } = classColumns(kind, prediction, target);
  if (places === 0 || holdsNaN(prediction) || holdsNaN(target)) return null;
  const own = Float64Array.from({ length: places }, (_, place) =>
    indices ? (target.data[place] as number) : classAt(target.data, place, classes),
  );
  let sum = 0;
  let defined = 0;
  for (let column = 0; column < classes; column++) {
    const numbers = Float64Array.from({ length: places }, (_, at) => prediction.data[at * classes + column] as number);
    const yes = classes === 1 ? 1 : column;
    const found = score(tiesOf(numbers, (place) => own[place] === yes));
    if (found === null) continue;
    sum += found;
    defined++;
  }
  return defined === 0 ? null : sum / defined;
}

function tiesOf(numbers: Float64Array, isYes: (place: number) => boolean): readonly Tie[] {
  const sign = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0); // a difference would be NaN for ∞ - ∞
  const order = Uint32Array.from(numbers, (_, place) => place);
  order.sort((a, b) => sign(numbers[a] as number, numbers[b] as number));
  const ties: { yes: number; count: number }[] = [];
  let last: number | undefined;
  for (const place of order) {
    const number = numbers[place] as number;
    if (number !== last) ties.push({ yes: 0, count: 0 });
    last = number;
    const tie = ties[ties.length - 1] as { yes: number; count: number };
    tie.count++;
    if (isYes(place)) tie.yes++;
  }
  return ties;
}
