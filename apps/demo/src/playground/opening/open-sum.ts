import { type Derivation, derived } from "../../numbers/derivation";

/** How many numbers one line of arithmetic shows. */
const most = 8;

/** A sum of any length as a number that opens: long ones into part sums, until each term stands there. */
export function openSum(name: string, terms: readonly Derivation[]): Derivation {
  return partSum(name, name, terms, 0);
}

function partSum(name: string, title: string, terms: readonly Derivation[], before: number): Derivation {
  const value = terms.reduce((sum, term) => sum + term.value, 0);
  return derived(title, value, () => {
    if (terms.length <= most) return terms.flatMap((term, i) => (i === 0 ? [term] : ["+", term]));
    const size = Math.ceil(terms.length / most);
    const parts = Array.from({ length: Math.ceil(terms.length / size) }, (_, i) => {
      const from = i * size;
      const part = terms.slice(from, from + size);
      const [first, last] = [before + from + 1, before + from + part.length];
      return partSum(name, `${name}, terms ${first} to ${last}`, part, before + from);
    });
    return parts.flatMap((part, i) => (i === 0 ? [part] : ["+", part]));
  });
}
