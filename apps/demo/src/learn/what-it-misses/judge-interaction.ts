// Task 2b: where the straight line is the right model.
import { formatNumber } from "../../numbers/format-number";
import { words } from "../../words/words";
import type { Verdict } from "../verdict";
import type { ScoresAt } from "./interaction-scores";

const goal = 0.01;

/** Right is an interaction at which the product gains less than 0.01 held out. */
export function judgeInteraction({ k, line, product }: ScoresAt): Verdict {
  const say = words.whatItMisses.tasks;
  const gain = product - line;
  if (gain < goal) return { solved: true, say: say.straight(formatNumber(gain, 4)) };
  return { solved: false, say: say.gains(formatNumber(k), formatNumber(gain, 4)) };
}
