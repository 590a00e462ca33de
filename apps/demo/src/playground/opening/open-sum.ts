import { type Derivation, derived } from "../../numbers/derivation";

/** How many numbers one line of arithmetic shows. */
const most = 8;

/** A sum of any length as a number that opens: long ones into part sums, until each term stands there. */
export function openSum(name: string, terms: readonly Derivation[]): Derivation {
  const value = terms.reduce((sum, term) => sum + term.value, 0);
  return derived(name, value, () => {
    if (terms.length <= most) return terms.flatMap((term, i) => (i === 0 ? [term] : ["+", term]));
    const size = Math.ceil(terms.length / most);
    const parts = Array.from({ length: Math.ceil(terms.length / size) }, (_, i) => {
      const from = i * size;
      const part = terms.slice(from, from + size);
      return openSum(`${name}, terms ${from + 1} to ${from + part.length}`, part);
    });
    return parts.flatMap((part, i) => (i === 0 ? [part] : ["+", part]));
  });
}
