/**
 * Randomness without state: every random number is a function of a key and a position.
 *
 * A key is two 32-bit words. Keys are made from a seed and derived along names and numbers (layer path, occurrence, step), so that
 * the same seed gives the same bits whatever ran before. Only whole-number arithmetic: the bits are the same in every engine.
 */
export type Key = readonly [number, number];

/** A finaliser of 32 bits with low bias (Wellons, "Prospecting for Hash Functions", 2018: lowbias32). */
function mix(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/** The 32 random bits (as int32) at position `counter` of a key's stream: two rounds, a word of the key before each. */
export function counterBits(high: number, low: number, counter: number): number {
  return mix(mix((counter + high) | 0) ^ low);
}

/** Multiplies a number that is mixed into a key, so that neighbouring numbers land far apart (2^32 / golden ratio). */
export const spread = 0x9e3779b1 | 0;

/** Keeps the words of derived keys apart from the words of a key's own stream. */
export const derivationTag = 0x5bd1e995;

/** The key of a whole number seed; all 53 bits of it count. */
export function seedKey(seed: number): Key {
  const upper = Math.floor(seed / 0x100000000) | 0;
  return deriveKey([0, 0x243f6a88 ^ upper], seed | 0); // the halves go into different words, so they cannot cancel out
}

/** The key that belongs to `name`, a text or a whole number, below another key. */
export function deriveKey([high, low]: Key, name: string | number): Key {
  const moved = high ^ Math.imul(wordOf(name), spread);
  const tagged = low ^ derivationTag;
  return [counterBits(moved, tagged, 0), counterBits(moved, tagged, 1)];
}

/** The 32 bits that a name or number stands for in a derivation. */
export function wordOf(name: string | number): number {
  return typeof name === "number" ? name | 0 : hashText(name);
}

/** FNV-1a over the UTF-16 code units, then mixed (Fowler, Noll, Vo). */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** A float64 in [0, 1) from 53 bits, at position `index` of the key's stream. */
export function uniformAt(key: Key, index: number): number {
  return uniformOf(key[0], key[1], index);
}

/** The words of the key apart, as loops have them: taking a pair apart each time costs more than the number. */
function uniformOf(high: number, low: number, index: number): number {
  const upper = counterBits(high, low, 2 * index) >>> 5;
  const lower = counterBits(high, low, 2 * index + 1) >>> 6;
  return (upper * 0x4000000 + lower) / 0x20000000000000;
}

/**
 * The numbers 0 to `length` - 1 in an order that the key decides (Fisher and Yates, 1938).
 *
 * @example
 * ```ts
 * import { permutation, seedKey } from "@neurite/tensor";
 *
 * console.log([...permutation(seedKey(1), 5)].sort().join()); // → 0,1,2,3,4
 * ```
 */
export function permutation([high, low]: Key, length: number): Int32Array<ArrayBuffer> {
  const order = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const upper = counterBits(high, low, 2 * i) >>> 5;
    let j = ((upper / 0x8000000) * (i + 1)) | 0;
    // the lower word of the random number is drawn only where it can decide
    if (j !== ((((upper + 1) / 0x8000000) * (i + 1)) | 0)) j = (uniformOf(high, low, i) * (i + 1)) | 0;
    order[i] = order[j] as number;
    order[j] = i;
  }
  return order;
}
