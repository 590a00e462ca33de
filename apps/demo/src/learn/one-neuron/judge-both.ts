// Task 3a: yes to the one corner that is both, no to the other three. Any neuron that does so is right.
import { formatNumber } from "../../numbers/format-number";
import { words } from "../../words/words";
import type { Verdict } from "../verdict";
import { corners, countRight, isRight, wanted } from "./corners";
import type { Neuron } from "./neuron-model";

/** `answers` in the order of the corners. */
export function judgeBoth({ weights: [balance, retired] }: Neuron, answers: readonly number[]): Verdict {
  const say = words.oneNeuron.both;
  const asked = corners.map(({ name }, i) => {
    const answer = answers[i] as number;
    return { name, answer, leans: answer * wanted("both", name), right: isRight("both", name, answer) };
  });
  const no = (sentence: string): Verdict => ({ solved: false, say: sentence });
  if (countRight("both", answers) === corners.length) {
    const weakest = asked.reduce((a, b) => (Math.abs(b.answer) < Math.abs(a.answer) ? b : a));
    return { solved: true, say: say.solved(formatNumber(weakest.answer, 3)) };
  }
  if (asked.every(({ leans }) => leans < 0)) return no(say.upsideDown);
  if (balance <= 0) return no(say.balanceWrong);
  if (retired >= 0) return no(say.retiredWrong);
  if (asked.every(({ leans }) => leans > 0)) return no(say.unsure);
  const worst = asked.filter(({ right }) => !right).reduce((a, b) => (b.leans < a.leans ? b : a));
  const text = formatNumber(worst.answer);
  return no(worst.name === "rich and working" ? say.tooShy(text) : say.tooWilling(worst.name, text));
}
