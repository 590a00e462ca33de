// The options of a file, each of which has to be used: one that nobody reads would be a case that is not what it says.
import type { Case, Vector } from "./read-vector";

/** What says nothing about the computation. */
const remarks = new Set(["note", "informative", "layout"]);

/** Options that are taken one by one. */
export interface Taken {
  number(name: string): number | undefined;
  flag(name: string): boolean | undefined;
  text(name: string): string | undefined;
  list(name: string): readonly number[] | undefined;
  /** One number for all axes, or one for each. */
  sizes(name: string, axes: number): readonly number[] | undefined;
  /** The same, or a word such as "same". */
  sizesOrWord(name: string, axes: number): readonly number[] | string | undefined;
  /** Refuses what has not been taken. */
  end(): void;
}

/** The options of a case over those of its file. */
export function takeConfig(vector: Vector, one: Case): Taken {
  const rest = new Map(Object.entries({ ...vector.config, ...one.config }));
  const where = `${vector.id}, ${one.name}`;
  const take = <T>(name: string, is: (x: unknown) => x is T): T | undefined => {
    const found = rest.get(name);
    rest.delete(name);
    if (found === undefined || found === null) return undefined;
    if (!is(found)) throw new Error(`${where}: ${name} is ${JSON.stringify(found)}, which has no mapping.`);
    return found;
  };
  const isNumber = (x: unknown) => typeof x === "number";
  const isList = (x: unknown): x is readonly number[] => Array.isArray(x) && x.every(isNumber);
  const isSizes = (x: unknown): x is number | readonly number[] => isNumber(x) || isList(x);
  return {
    number: (name) => take(name, isNumber),
    flag: (name) => take(name, (x) => typeof x === "boolean"),
    text: (name) => take(name, (x) => typeof x === "string"),
    list: (name) => take(name, isList),
    sizes: (name, axes) => perAxis(take(name, isSizes), axes),
    sizesOrWord: (name, axes) => {
      const found = take(name, (x): x is number | readonly number[] | string => typeof x === "string" || isSizes(x));
      return typeof found === "string" ? found : perAxis(found, axes);
    },
    end: () => {
      const left = [...rest.keys()].filter((name) => !remarks.has(name));
      if (left.length > 0) throw new Error(`${where}: the options ${left.join(", ")} have no mapping.`);
    },
  };
}

function perAxis(sizes: number | readonly number[] | undefined, axes: number): readonly number[] | undefined {
  return typeof sizes === "number" ? Array.from({ length: axes }, () => sizes) : sizes;
}
