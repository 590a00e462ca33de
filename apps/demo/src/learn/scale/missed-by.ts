import { type Derivation, derived, given } from "../../numbers/derivation";
import { words } from "../../words/words";
import { countText } from "./count-text";
import { gpt3 } from "./networks";

/** By which factor a guess (a power of ten) misses GPT-3's weights, and whether it is too low. */
export function missedBy(power: number): { readonly factor: Derivation; readonly low: boolean } {
  const guess = given(
    words.scale.guess.name,
    10 ** power,
    words.scale.guess.set,
    countText(Number((10 ** power).toPrecision(2))),
  );
  const low = guess.value < gpt3.weights.value;
  const [large, small] = low ? [gpt3.weights, guess] : [guess, gpt3.weights];
  const value = large.value / small.value;
  const text = countText(Number(value.toPrecision(1)));
  return { low, factor: derived(words.scale.guess.factor, value, () => [large, "/", small], { text }) };
}
