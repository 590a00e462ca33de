import { badFormula } from "./bad-formula";
import { crossed, singles, type TermMap, type Work, wholeOf } from "./term-map";
import type { TermLink, TermTree } from "./term-tree";

/** A part of a formula's right side, worked out. */
interface Sum {
  readonly terms: TermMap;
  /** Whether it says that there is an intercept, or none; undefined where it says nothing. */
  readonly intercept: boolean | undefined;
}

/** What is known while a formula is worked out. */
export interface Surroundings {
  readonly text: string;
  /** The number of each variable by its name. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The names of what `.` stands for. */
  readonly rest: readonly string[];
  readonly work: Work;
}

const mostTerms = 10_000;

/** Works out `+ - * / : %in% ^` by the rules of R's `terms.formula`. */
export function workOut(tree: TermTree, around: Surroundings): Sum {
  const variables = (...names: readonly string[]) => singles(names.map((name) => around.numbers.get(name) as number));
  switch (tree.kind) {
    case "nothing":
      return { terms: new Map(), intercept: undefined };
    case "intercept":
      return { terms: new Map(), intercept: tree.present };
    case "rest":
      return { terms: variables(...around.rest), intercept: undefined };
    case "variable":
      return { terms: variables(tree.variable.name), intercept: undefined };
    case "power":
      return power(tree, around);
    case "chain":
      return tree.rest.reduce((left, link) => joined(left, link, around), workOut(tree.first, around));
    default:
      return tree satisfies never;
  }
}

function power(tree: Extract<TermTree, { kind: "power" }>, around: Surroundings): Sum {
  const base = workOut(tree.base, around);
  let { terms } = base;
  for (let n = 2; n <= tree.exponent; n++) {
    const next = crossed(terms, base.terms, around.work);
    checkSize(next, tree.at, around);
    if (next.size === terms.size) break; // a product with all variables stays what it is
    terms = next;
  }
  return { terms, intercept: base.intercept };
}

/** A step of a chain. The left side is nobody else's and takes in what comes, or a long sum would be copied for each sign. */
function joined(left: Sum, { sign, operand, at }: TermLink, around: Surroundings): Sum {
  const right = workOut(operand, around);
  if (sign === "-") {
    // what the right side says is taken away; of its 1 that is the intercept
    for (const key of right.terms.keys()) left.terms.delete(key);
    return { ...left, intercept: right.intercept === undefined ? left.intercept : !right.intercept };
  }
  const terms = combined(left.terms, right.terms, sign, around.work);
  checkSize(terms, at, around);
  return { terms, intercept: right.intercept ?? left.intercept };
}

function combined(left: TermMap, right: TermMap, sign: Exclude<TermLink["sign"], "-">, work: Work): TermMap {
  switch (sign) {
    case "+":
      return addedTo(left, right);
    case ":":
      return crossed(left, right, work);
    case "*":
      return addedTo(left, right, crossed(left, right, work));
    case "/":
      return addedTo(left, crossed(wholeOf(left), right, work));
    case "%in%":
      return crossed(wholeOf(right), left, work);
    default:
      return sign satisfies never;
  }
}

function addedTo(terms: TermMap, ...more: readonly TermMap[]): TermMap {
  for (const [key, product] of more.flatMap((others) => [...others])) {
    if (!terms.has(key)) terms.set(key, product);
  }
  return terms;
}

function checkSize(terms: TermMap, at: number, { text, work }: Surroundings): void {
  if (terms.size <= mostTerms && work.left >= 0) return;
  throw badFormula(
    {
      text,
      at,
      expected: `operators that come to ${mostTerms} terms at most`,
      got: "more",
      remedy: "Name the terms that matter.",
    },
    "too-large",
  );
}
