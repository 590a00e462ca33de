import { type Derivation, derived } from "../../numbers/derivation";
import { words } from "../../words/words";
import { lengthText } from "./length-text";

/** The length of a wire that has a millimetre for each weight, in millimetres. */
export function wireOf(name: string, weights: Derivation): Derivation {
  return derived(words.scale.wire.name(name), weights.value, () => [weights, "·", "1 mm"], {
    text: lengthText(weights.value),
  });
}
