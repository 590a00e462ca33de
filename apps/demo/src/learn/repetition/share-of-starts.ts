import { type Derivation, derived, given } from "../../numbers/derivation";
import { formatNumber } from "../../numbers/format-number";
import type { Tried } from "../../training/try-starts";
import { words } from "../../words/words";
import { goal } from "./training-data";

const text = words.repetition.numbers;

/** Whether a start found the crossing. */
export function succeeds({ heldOut }: Tried): boolean {
  return heldOut >= goal;
}

/** The share of starts of one width that found the crossing; it names the seeds that did not. */
export function shareOfStarts(width: number, tried: readonly Tried[]): Derivation {
  const failing = tried.filter((one) => !succeeds(one)).map(({ seed }) => seed);
  const count = (name: string, value: number) => given(name, value, text.counted, String(value));
  const reached = tried.length - failing.length;
  const line = () => [count(text.succeeded, reached), "/", count(text.tried, tried.length)];
  const share = reached / tried.length;
  return derived(text.share(width), share, line, {
    text: `${formatNumber(100 * share, 0)} %`,
    ...(failing.length > 0 && { note: text.failing(failing.join(", ")) }),
  });
}
