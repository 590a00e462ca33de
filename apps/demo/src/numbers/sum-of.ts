// A long sum that opens: tens of tens, so that every single term can be reached.
import { type Derivation, derived } from "./derivation";

/** More terms than this are not written in one line. */
const inOneLine = 12;

/** The sum of terms 0 … count - 1. Its terms are asked for only where it is opened so far. */
export function sumOf(name: string, value: number, count: number, term: (index: number) => Derivation): Derivation {
  return part(name, value, 0, count, term);
}

function part(
  name: string,
  value: number,
  start: number,
  end: number,
  term: (index: number) => Derivation,
): Derivation {
  return derived(name, value, () => {
    const count = end - start;
    if (count <= inOneLine) return plus(Array.from({ length: count }, (_, i) => term(start + i)));
    const size = 10 ** Math.max(1, Math.ceil(Math.log10(count)) - 1);
    return plus(
      Array.from({ length: Math.ceil(count / size) }, (_, i) => {
        const [first, after] = [start + i * size, Math.min(end, start + (i + 1) * size)];
        let sum = 0;
        for (let index = first; index < after; index++) sum += term(index).value;
        return part(`terms ${first + 1} to ${after}`, sum, first, after, term);
      }),
    );
  });
}

const plus = (terms: readonly Derivation[]) => terms.flatMap((one, i) => (i === 0 ? [one] : ["+", one]));
