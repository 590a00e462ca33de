/** Products of variables by their numbers: each product once, written in the order in which it came first. */
export type TermMap = Map<string, readonly number[]>;

/** How much may still be worked out, so that a short text cannot ask for millions of terms. */
export interface Work {
  left: number;
}

/** The set of one variable each. */
export function singles(numbers: readonly number[]): TermMap {
  return new Map(numbers.map((n) => [String(n), [n]]));
}

/** Each product of the one with each of the other; a variable times itself is itself. It stops when the work is used up. */
export function crossed(left: TermMap, right: TermMap, work: Work): TermMap {
  const products: TermMap = new Map();
  for (const a of left.values()) {
    for (const b of right.values()) {
      work.left -= 1 + a.length + b.length;
      if (work.left < 0) return products;
      const both = [...new Set([...a, ...b])];
      const key = keyOf(both);
      if (!products.has(key)) products.set(key, both);
    }
  }
  return products;
}

/** The product of all variables of a set, as a set of one; empty for an empty set. */
export function wholeOf(terms: TermMap): TermMap {
  const all = [...new Set([...terms.values()].flat())];
  return new Map(all.length === 0 ? [] : [[keyOf(all), all]]);
}

/** The same for a:b and b:a. */
function keyOf(product: readonly number[]): string {
  return [...product].sort((m, n) => m - n).join();
}
