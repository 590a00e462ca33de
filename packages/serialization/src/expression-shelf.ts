import type { Json } from "@neurite/plugin";
import type { Tensor } from "@neurite/tensor";
import { type Expression, type ExpressionCategory, expressionText, rowsOf, samePattern } from "./expression";

/** Where an expression is looked for. */
export interface Wanted {
  readonly category: ExpressionCategory;
  readonly kind: string;
  /** The options written in full, as JSON text. */
  readonly config: string;
  /** The place; constraints and regularizers have none. */
  readonly path: string | undefined;
  readonly training: boolean;
  readonly inputs: readonly Tensor[];
}

/** An expression that fits, the rows to read it for, and what now stands before the paths of its file. */
export interface Chosen {
  readonly expression: Expression;
  readonly rows: number;
  readonly prefix: string;
}

/** The expressions of one file. */
export interface ExpressionShelf {
  readonly expressions: readonly Expression[];
  /** Whether there are expressions of a kind at all. */
  of(category: ExpressionCategory, kind: string): readonly Expression[];
  choose(wanted: Wanted): Chosen | undefined;
  /** From now on a network may also stand inside another one, under longer paths. */
  release(): void;
}

/**
 * Finds the expression of a place by path, options and the types of its inputs.
 *
 * While a file is loaded only its own paths count, so that a small file cannot multiply one expression; afterwards its layers may
 * be used in other networks, where the path only ends in the old one, or where a place with the same options and types serves.
 */
export function createShelf(expressions: readonly Expression[]): ExpressionShelf {
  let released = false;
  const byKind = groupBy(expressions, (e) => JSON.stringify([e.category, e.kind]));
  const byPlace = groupBy(expressions, (e) => JSON.stringify([e.category, e.kind, e.path]));
  const of = (category: ExpressionCategory, kind: string) => byKind.get(JSON.stringify([category, kind])) ?? [];

  const choose = (wanted: Wanted): Chosen | undefined => {
    const { category, kind, path } = wanted;
    const here = pick(byPlace.get(JSON.stringify([category, kind, path])) ?? [], wanted);
    if (here || !released || path === undefined) return here;
    const all = of(category, kind);
    const longest = longestEnd(all, path);
    const moved = pick(
      all.filter((e) => e.path === longest),
      wanted,
    );
    if (!moved || longest === undefined) return pickEqual(all, wanted);
    return { ...moved, prefix: longest === "" ? `${path}/` : path.slice(0, path.length - longest.length) };
  };
  return {
    expressions,
    of,
    choose,
    release: () => {
      released = true;
    },
  };
}

/** The longest path of these expressions that ends the given one, as when their network stands inside another. */
function longestEnd(expressions: readonly Expression[], path: string): string | undefined {
  return expressions.reduce<string | undefined>((longest, e) => {
    const ends = e.path !== undefined && (e.path === "" || path.endsWith(`/${e.path}`));
    return ends && (longest === undefined || e.path.length > longest.length) ? e.path : longest;
  }, undefined);
}

/** The expression among these that fits; one made for training where that is wanted, and there is one. */
function pick(candidates: readonly Expression[], wanted: Wanted): Chosen | undefined {
  const fitting = candidates.flatMap((expression) => fit(expression, wanted));
  return fitting.find(({ expression }) => expression.training) ?? fitting[0];
}

function fit(expression: Expression, { config, training, inputs }: Wanted): Chosen[] {
  if (expression.training && !training) return [];
  const rows = rowsOf(expression.inputs, inputs);
  if (rows === undefined || configText(expression.config) !== config) return [];
  const same = samePattern(inputs);
  return expression.same.every((first, i) => same[i] === first) ? [{ expression, rows, prefix: "" }] : [];
}

/** The expression of any place, if all with these options and types compute the same. */
function pickEqual(all: readonly Expression[], wanted: Wanted): Chosen | undefined {
  const chosen = pick(all, wanted);
  if (!chosen) return undefined;
  const text = expressionText(chosen.expression);
  const rivals = all.filter((e) => e.training === chosen.expression.training && fit(e, wanted).length > 0);
  return rivals.every((rival) => expressionText(rival) === text) ? chosen : undefined;
}

/** Options as they are compared. */
export function configText(config: Json | undefined): string {
  return JSON.stringify(config ?? null);
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
