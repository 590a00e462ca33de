import { numberOption } from "@neurite/plugin";
import { NeuriteError, type Value } from "@neurite/tensor";
import { classPairs } from "./class-pairs";
import { type Tally, tallyClasses } from "./tally-classes";

/** How scores of single classes become one, with the meanings of scikit-learn. */
export type Average = "macro" | "micro" | "weighted";

export interface ClassScoreOptions {
  /** What the number of a single column has to be above to be a yes: ½ unless told otherwise, 0 for logits. Several columns do not ask. */
  readonly threshold?: number | undefined;
  /**
   * Of several columns: "macro", the mean over classes, each counting alike, unless told otherwise; "weighted", each counting as often as it
   * is the truth; "micro", all counts added up first, which is the accuracy. A single column does not ask: its score is that of yes.
   */
  readonly average?: Average | undefined;
}

/** The options with what is so unless told otherwise. Throws `bad-argument`. */
export function classScoreOptions(kind: string, options: ClassScoreOptions): { threshold: number; average: Average } {
  const { threshold = 0.5, average = "macro" } = options;
  numberOption(kind, "threshold", threshold);
  if (average !== "macro" && average !== "micro" && average !== "weighted") {
    throw new NeuriteError(
      "bad-argument",
      `${kind}: "average" should be "macro", "micro" or "weighted", got ${JSON.stringify(average)}. Pass one of the three.`,
    );
  }
  return { threshold, average };
}

/** A share of two counts. */
export type Share = readonly [part: number, whole: number];

/** The share of yes, or the average of the shares of classes; `null` where it is not defined. */
export function classScore(
  kind: string,
  [prediction, target]: readonly [Value, Value],
  { threshold, average }: { threshold: number; average: Average },
  shareOf: (tally: Tally) => Share,
): number | null {
  const pairs = classPairs(kind, prediction, target, threshold);
  if (!pairs || pairs.said.length === 0) return null;
  const tallies = tallyClasses(pairs);
  if (pairs.single) {
    const [part, whole] = shareOf(tallies.get(1) as Tally);
    return whole === 0 ? null : part / whole;
  }
  // a class that is neither said nor true is none of this table's
  const present = [...tallies.values()].filter(({ said, own }) => said + own > 0);
  if (average === "micro") {
    const shares = present.map(shareOf);
    return shares.reduce((sum, [part]) => sum + part, 0) / shares.reduce((sum, [, whole]) => sum + whole, 0);
  }
  let sum = 0;
  let weights = 0;
  for (const tally of present) {
    const weight = average === "weighted" ? tally.own : 1;
    const [part, whole] = shareOf(tally);
    sum += whole === 0 ? 0 : weight * (part / whole);
    weights += weight;
  }
  return sum / weights;
}
