import { formatNumber } from "../../numbers/format-number";
import type { Recording } from "../../training/record-training";
import { words } from "../../words/words";
import type { Verdict } from "../verdict";
import { changed, flippedStart, type Start } from "./start";

const say = words.repetition.fast;
const most = 100;

/** Task 5b: lane B as it was given reaches the goal in fewer than 100 steps, by its learning rate alone. */
export async function judgeFast(
  start: Start,
  rate: number,
  train: (start: Start, steps: number) => Promise<Recording>,
): Promise<Verdict> {
  if (changed(start, flippedStart) > 0) return { solved: false, say: say.otherStart };
  const { reached, broken } = await train(start, 1500);
  const text = formatNumber(rate);
  if (reached !== undefined && reached < most) return { solved: true, say: say.fast(reached, text) };
  if (broken) return { solved: false, say: broken.message };
  if (reached !== undefined) return { solved: false, say: say.slow(reached) };
  return { solved: false, say: rate < 0.1 ? say.tooSmall : say.tooLarge };
}
