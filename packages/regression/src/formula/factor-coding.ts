// Which factors of a term get a column for every level, and which leave out the reference, so that no column is told by the others.
// The method is patsy's (Nathaniel Smith); wherever R's own rule gives a design of full rank, it gives the same.
import { badFormula } from "./bad-formula";
import type { DesignVariable, Term } from "./expand-terms";

/** One block of a term's columns: the factors that take part, and whether each has all of its levels. */
export type FactorCoding = ReadonlyMap<DesignVariable, "all" | "without reference">;

/** A product of factors as bits: those that take part, and those of them with all their levels. */
interface Part {
  readonly members: number;
  readonly all: number;
}

const mostFactors = 8;

/** The blocks of each term's columns; terms come with fewer variables first. */
export function codeFactors(
  terms: readonly Term[],
  intercept: boolean,
  isFactor: (variable: DesignVariable) => boolean,
  text: string,
): readonly (readonly FactorCoding[])[] {
  // a term spans what each of its subsets of factors spans, for each product of numbers on its own
  const spanned = new Set(intercept ? [key([], [])] : []);
  return terms.map((term) => {
    const factors = term.filter(isFactor);
    const numbers = term.filter((variable) => !isFactor(variable));
    if (factors.length > mostFactors) throw tooMany(factors, text);
    const parts: Part[] = subsets(factors.length).flatMap((members) => {
      const id = key(numbers, chosen(factors, members));
      if (spanned.has(id)) return [];
      spanned.add(id);
      return [{ members, all: 0 }];
    });
    return merged(parts).map(({ members, all }) => {
      return new Map(
        chosen(factors, members).map((factor) => [
          factor,
          all & (1 << factors.indexOf(factor)) ? "all" : "without reference",
        ]),
      );
    });
  });
}

/** All subsets as bits: the smaller first, among equals in the order of their members. */
function subsets(count: number): readonly number[] {
  const places = Array.from({ length: count }, (_, place) => place);
  const sets = Array.from({ length: 1 << count }, (_, members) => ({
    members,
    own: places.filter((place) => members & (1 << place)),
  }));
  // one digit a place, so that texts of equal length compare as their members do
  const order = (a: readonly number[], b: readonly number[]) =>
    a.length - b.length || (a.join("") < b.join("") ? -1 : 1);
  return sets.sort((a, b) => order(a.own, b.own)).map(({ members }) => members);
}

/** Without reference, a:b takes in b where both are new, which gives a all of its levels; and so on, from the small to the large. */
function merged(given: readonly Part[]): readonly Part[] {
  const parts = [...given];
  for (let small = 0; small < parts.length; small++) {
    const part = parts[small] as Part;
    const large = parts.findIndex((other, i) => i > small && takesIn(other, part));
    if (large < 0) continue;
    const { members, all } = parts[large] as Part;
    parts[large] = { members, all: all | (members & ~part.members) };
    parts.splice(small, 1);
    small = -1; // what has grown may go into what stands after it
  }
  return parts;
}

function takesIn(large: Part, small: Part): boolean {
  const more = large.members & ~small.members;
  const isOneMore = (small.members & ~large.members) === 0 && more !== 0 && (more & (more - 1)) === 0;
  return isOneMore && (large.all & more) === 0 && (large.all & small.members) === small.all;
}

function chosen(factors: readonly DesignVariable[], members: number): readonly DesignVariable[] {
  return factors.filter((_, i) => members & (1 << i));
}

/** The same for a:b and b:a. */
function key(numbers: readonly DesignVariable[], factors: readonly DesignVariable[]): string {
  return JSON.stringify([numbers, factors].map((variables) => variables.map(({ name }) => name).sort()));
}

function tooMany(factors: readonly DesignVariable[], text: string) {
  return badFormula(
    {
      text,
      at: (factors[0] as DesignVariable).at,
      expected: `interactions of at most ${mostFactors} factors`,
      got: `one of ${factors.length}`,
      remedy: "Leave out the higher interactions, as in (a + b + c)^2.",
    },
    "too-large",
  );
}
