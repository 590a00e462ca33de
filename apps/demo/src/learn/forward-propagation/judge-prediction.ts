// Task 4a: the sum of node_1 and the output for the inputs 3 and 2, worked out before the page shows them.
import { formatNumber } from "../../numbers/format-number";
import { words } from "../../words/words";
import type { Verdict } from "../verdict";
import { articleInputs, articleWeights, followed, type Pair, passOf } from "./article-network";
import { readNumber } from "./read-number";

/** What the inputs become. */
export const askedInputs: Pair = [3, 2];
const tolerance = 0.005;

export interface Prediction {
  readonly sum: string;
  readonly output: string;
}

/** Compares with what the library computes; wrong answers are matched against the usual slips. */
export function judgePrediction(typed: Prediction): Verdict {
  const say = words.forwardPropagation.prediction;
  const right = passOf(followed(articleWeights, askedInputs));
  const before = passOf(followed(articleWeights, articleInputs));
  const [sum, output] = [readNumber(typed.sum), readNumber(typed.output)];
  const near = (value: number, other: number) => Math.abs(value - other) <= tolerance;
  const no = (sentence: string): Verdict => ({ solved: false, say: sentence });
  const [first, second] = articleWeights.output;

  if (Number.isNaN(sum) || Number.isNaN(output)) return no(say.notTyped);
  if (!near(sum, right.sums[1])) {
    if (near(sum, -right.sums[1])) return no(say.sumWithoutSign);
    if (near(sum, right.sums[0])) return no(say.sumOfOther);
    if (near(sum, right.bent[1])) return no(say.sumBent);
    return no(say.sumWrong);
  }
  if (near(output, right.output)) return { solved: true, say: say.solved(formatNumber(right.output, 4)) };
  if (near(output, first * right.sums[0] + second * right.sums[1])) return no(say.withoutTanh(formatNumber(output, 0)));
  if (near(output, before.output))
    return no(say.signLost(formatNumber(before.output, 4), formatNumber(right.bent[1], 4)));
  if (near(output, first * right.sums[0] - second * right.sums[1])) return no(say.withoutTanhAndSign);
  if (near(output, right.bent[0] + right.bent[1])) return no(say.withoutWeights);
  return no(say.outputWrong(formatNumber(right.bent[0], 4), formatNumber(right.bent[1], 4)));
}
