// What was said of one row, and how far off it is.
import { type Derivation, derived, given } from "../numbers/derivation";
import { words } from "../words/words";
import type { Answered } from "./answered";
import type { About } from "./open-scores";

const text = words.table.rows;

/** The number predicted for a row. */
export function openSaid({ lines, predicted }: Answered, i: number, { who, target }: About): Derivation {
  return given(`${target}, ${text.line} ${lines[i] ?? 0}, ${text.by} ${who}`, predicted[i] ?? 0, text.toFollow);
}

/** |actual - predicted|; for classes 1 - the probability of the actual one. */
export function openError(answered: Answered, i: number, about: About): Derivation {
  const { lines, actual, predicted, sure } = answered;
  const line = `${text.line} ${lines[i] ?? 0}`;
  const name = `${text.error}, ${line}`;
  if (about.labels.length > 0) {
    const label = about.labels[actual[i] ?? 0] ?? "";
    const chance = given(`probability of ${label}, ${line}, ${text.by} ${about.who}`, sure[i] ?? 0, text.toFollow);
    return derived(name, 1 - chance.value, () => ["1 −", chance]);
  }
  const is = given(`${about.target}, ${line}`, actual[i] ?? 0, words.table.given.cell);
  return derived(name, Math.abs(is.value - (predicted[i] ?? 0)), () => [
    "|",
    is,
    "−",
    openSaid(answered, i, about),
    "|",
  ]);
}
