import { type NeuriteError, nearestName } from "@neurite/tensor";
import { activationFormulas } from "./activation-formulas";
import { foreignFunctions } from "./foreign-functions";
import { functions } from "./functions";
import { remedyForOperator } from "./remedy-for-operator";
import type { TokenReader } from "./token-reader";
import { shown } from "./tokens";

/** The error for the next word, a name that means nothing here: what it is called here if other languages have it, or else what is near. */
export function unknownName(reader: TokenReader, known: ReadonlyMap<string, unknown>): NeuriteError {
  const { kind, text } = reader.next;
  const called = reader.isFollowedBy("(");
  const words = [...known.keys()];
  const expected = called ? "a function" : "a name that is known";
  const foreign = kind === "path" ? remedyForPath(text, words, called) : remedyForWord(text, called);
  if (foreign !== undefined) return reader.problem(expected, foreign);
  const near = nearestName(text, called ? Object.keys(functions) : [...words, ...Object.keys(functions)]);
  const meant = near === undefined ? "" : `Did you mean ${near}? `;
  return reader.problem(
    expected,
    called
      ? `${meant}The functions are ${Object.keys(functions).join(", ")}.`
      : `${meant}The names are ${words.join(", ")}; a trained number is declared before the formula with its start value, as in beta = 1; x * sigmoid(beta * x).`,
  );
}

/** What stands here for a word of another language; one that is not called may be meant as a trained number. */
function remedyForWord(word: string, called: boolean): string | undefined {
  const plain = word.toLowerCase().replaceAll("_", "");
  const operator = remedyForOperator(plain);
  if (operator !== undefined) return operator;
  if (Object.hasOwn(activationFormulas, plain)) {
    const formula = activationFormulas[plain];
    return formula === null
      ? "That is an activation of its own, and no formula: use it in place of one."
      : `That is an activation of its own; in a formula write ${formula}.`;
  }
  return called && Object.hasOwn(foreignFunctions, plain) ? `Write ${foreignFunctions[plain]}.` : undefined;
}

/** What stands here for `Math.tanh`, `np.pi` or `x.exp`. */
function remedyForPath(path: string, words: readonly string[], called: boolean): string | undefined {
  const at = path.lastIndexOf(".");
  const [owner, word] = [path.slice(0, at), path.slice(at + 1)];
  const here = [...words, ...Object.keys(functions)].find((name) => name === word.toLowerCase());
  if (here === undefined) return remedyForWord(word, called) ?? "Names have no point in them.";
  return words.includes(owner) ? `Write ${here}(${owner}).` : `Write ${here}, without ${shown(`${owner}.`)}.`;
}
