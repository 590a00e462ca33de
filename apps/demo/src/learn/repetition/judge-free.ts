import { formatNumber } from "../../numbers/format-number";
import type { Recording } from "../../training/record-training";
import { words } from "../../words/words";
import type { Verdict } from "../verdict";
import { articleStart, changed, type Start } from "./start";
import { goal } from "./training-data";

const say = words.repetition.free;

/** Task 5a: one starting weight of the article's is changed, and the training from there gets above the goal. */
export async function judgeFree(
  start: Start,
  train: (start: Start, steps: number) => Promise<Recording>,
): Promise<Verdict> {
  const count = changed(start, articleStart);
  if (count === 0) return { solved: false, say: say.nothing };
  if (count > 1) return { solved: false, say: say.several(count) };
  const steps = 1500;
  const { frames, broken } = await train(start, steps);
  if (broken) return { solved: false, say: broken.message };
  const r2 = frames.at(-1)?.heldOut ?? Number.NaN;
  const text = formatNumber(r2);
  return r2 >= goal ? { solved: true, say: say.freed(text, steps) } : { solved: false, say: say.stuck(text, steps) };
}
