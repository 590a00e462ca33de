import { words } from "../../words/words";
import type { Verdict } from "../verdict";
import { countText } from "./count-text";
import { articleWeights, gpt3, knownNetworks, timesAsMany } from "./networks";
import { readCount } from "./read-count";

const right = timesAsMany.value;
const neurite = knownNetworks.find(({ id }) => id === "neurite")?.weights.value ?? Number.NaN;
const say = words.scale.task.say;

/** Answers that come from a usual slip, with what is said of each. */
const slips: readonly (readonly [number, string])[] = [
  [gpt3.weights.value, say.itself],
  [gpt3.weights.value * articleWeights.value, say.multiplied],
  [articleWeights.value / gpt3.weights.value, say.upsideDown],
  [gpt3.weights.value / neurite, say.otherNetwork],
  [right / 1000, say.thousand],
  [right * 1000, say.thousand],
];

/** Whether an answer is within a factor of three; where it is not, which slip it was, or how far off. */
export function checkCount(text: string): Verdict {
  const count = readCount(text);
  if (count === undefined) return { solved: false, say: say.unreadable };
  if (count > right / 3 && count < right * 3) {
    return { solved: true, say: say.right(gpt3.weights.text ?? "", articleWeights.value, countText(right)) };
  }
  const slip = slips.find(([wrong]) => count > wrong / 1.1 && count < wrong * 1.1);
  if (slip) return { solved: false, say: slip[1] };
  const factor = countText(Number((count < right ? right / count : count / right).toPrecision(1)));
  return { solved: false, say: count < right ? say.tooSmall(factor) : say.tooLarge(factor) };
}
