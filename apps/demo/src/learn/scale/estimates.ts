// What a speed means for GPT-3: plain arithmetic on published counts, every step of it to be opened.
import { type Derivation, derived, given } from "../../numbers/derivation";
import { formatShort } from "../../numbers/format-number";
import { words } from "../../words/words";
import { countText } from "./count-text";
import { durationText, year } from "./duration-text";
import { gpt3, trainingOperations } from "./networks";

/** A multiply-add is two operations, as the papers count. */
const operationsOf = (speed: Derivation): Derivation =>
  derived(words.scale.operations, 2 * speed.value, () => ["2 ·", speed], { text: countText(2 * speed.value) });

/** Seconds for one word: each weight is used once. */
export function wordTime(speed: Derivation): Derivation {
  const seconds = gpt3.weights.value / speed.value;
  const line = () => [gpt3.weights, "/", speed, words.scale.seconds];
  return derived(words.scale.oneWord, seconds, line, { text: durationText(seconds), note: words.scale.wordNote });
}

/** Seconds for all of GPT-3's training. */
export function trainingTime(speed: Derivation): Derivation {
  const operations = operationsOf(speed);
  const seconds = trainingOperations.value / operations.value;
  const line = () => [trainingOperations, "/", operations, `${words.scale.seconds} / ${formatShort(year, 8)}`];
  return derived(words.scale.training, seconds / year, line, { text: durationText(seconds) });
}

/** Weights of a network that could be trained in so many seconds, on as many words as GPT-3 was. */
export function trainable(speed: Derivation, seconds: number): Derivation {
  const perWeight = derived(
    words.scale.perWeight,
    trainingOperations.value / gpt3.weights.value,
    () => [trainingOperations, "/", gpt3.weights],
    { note: words.scale.perWeightNote },
  );
  const operations = operationsOf(speed);
  const wait = given(words.scale.wait, seconds, words.scale.chosen, durationText(seconds));
  const count = (operations.value * seconds) / perWeight.value;
  return derived(words.scale.trainable, count, () => [operations, "·", wait, "/", perWeight], {
    text: countText(count),
  });
}
