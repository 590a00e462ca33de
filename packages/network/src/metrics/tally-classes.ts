import type { ClassPairs } from "./class-pairs";

/** How often a class was said, was the truth, and both. */
export interface Tally {
  said: number;
  own: number;
  right: number;
}

/** Counts for each class by its index: those with a column, and what else stands among the targets. */
export function tallyClasses({ said, own, classes }: ClassPairs): ReadonlyMap<number, Tally> {
  const tallies = new Map<number, Tally>();
  const at = (label: number) => {
    const found = tallies.get(label) ?? { said: 0, own: 0, right: 0 };
    tallies.set(label, found);
    return found;
  };
  for (let label = 0; label < classes; label++) at(label);
  for (let place = 0; place < said.length; place++) {
    const [guess, truth] = [said[place] as number, own[place] as number];
    at(guess).said++;
    at(truth).own++;
    if (guess === truth) at(guess).right++;
  }
  return tallies;
}
