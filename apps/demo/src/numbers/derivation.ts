// A number that can be opened: the line of arithmetic that it comes from, whose numbers can be opened in turn, down to the data.

/** A number with where it comes from. */
export interface Derivation {
  /** What it is, such as "sum of neuron 0". */
  readonly name: string;
  readonly value: number;
  /** How it is written; a few digits unless told otherwise. */
  readonly text?: string;
  /** The line of arithmetic; its first sign is the one after "=". Asked for only when opened. */
  how(): Arithmetic;
}

/** Words and signs between numbers that can be opened themselves, or the place in the data where it ends. */
export type Arithmetic = { readonly line: readonly (string | Derivation)[]; readonly note?: string };

/** A number that comes from nowhere else: a cell, a weight that someone set. */
export function given(name: string, value: number, where: string, text?: string): Derivation {
  return { name, value, ...(text !== undefined && { text }), how: () => ({ line: [where] }) };
}

/** A number computed from others. */
export function derived(
  name: string,
  value: number,
  line: () => readonly (string | Derivation)[],
  more: { readonly text?: string; readonly note?: string } = {},
): Derivation {
  const { text, note } = more;
  return {
    name,
    value,
    ...(text !== undefined && { text }),
    how: () => ({ line: line(), ...(note !== undefined && { note }) }),
  };
}
