import type { Json } from "@neurite/plugin";
import type { DType, Shape, Tensor, Type } from "@neurite/tensor";

/** The foreign kinds that a file can carry out without their plugin. */
export type ExpressionCategory = "activation" | "constraint" | "layer" | "regularizer";

/** One thing that a kind asked its scope for; names are relative to its place. */
export type ExpressionRequest =
  | ({ readonly type: "parameter"; readonly name: string; readonly shape: Shape; readonly dtype: DType } & Spec & {
        readonly trainable?: boolean;
        readonly decay?: boolean;
        readonly constraint?: Json;
      })
  | ({ readonly type: "state"; readonly name: string; readonly shape: Shape; readonly dtype: DType } & Spec)
  | { readonly type: "key" | "update"; readonly name: string }
  | { readonly type: "penalty" }
  | { readonly type: "shared"; readonly layer: string; readonly name: string };

interface Spec {
  readonly initializer: Json;
}

/** The type of an input, where `{ rows: k }` stands for k times the rows of a batch. */
export interface InputTemplate {
  readonly shape: readonly (number | { readonly rows: number })[];
  readonly dtype: DType;
}

/**
 * What a foreign kind computes in one place of a network, as a graph that fits any number of rows.
 *
 * The graph takes the inputs of the place, then a tensor for each parameter, state, key and shared parameter that is asked for; it gives the
 * outputs of the place, then the updates and penalties. A constraint or regularizer has no place and asks for nothing.
 */
export interface Expression {
  readonly category: ExpressionCategory;
  readonly kind: string;
  /** The options, written in full. */
  readonly config: Json | undefined;
  readonly path: string | undefined;
  /** Whether it holds for training alone; otherwise for prediction, and for training where there is none of its own. */
  readonly training: boolean;
  /** For each input the first one that is the same tensor. */
  readonly same: readonly number[];
  readonly inputs: readonly InputTemplate[];
  readonly outputs: number;
  readonly requests: readonly ExpressionRequest[];
  /** A written graph, as `read` of `@neurite/tensor` takes it. */
  readonly graph: Json;
}

/** Which of these tensors are one and the same. */
export function samePattern(tensors: readonly Tensor[]): readonly number[] {
  return tensors.map((t) => tensors.findIndex(({ node, output }) => node === t.node && output === t.output));
}

/** How many rows these inputs have, if they are what the expression was written for. */
export function rowsOf(templates: readonly InputTemplate[], inputs: readonly Type[]): number | undefined {
  if (templates.length !== inputs.length) return undefined;
  let rows: number | undefined;
  for (const [i, { shape, dtype }] of templates.entries()) {
    const given = inputs[i];
    if (given?.dtype !== dtype || given.shape.length !== shape.length) return undefined;
    for (const [axis, side] of shape.entries()) {
      const got = given.shape[axis] ?? 0;
      if (typeof side === "number") {
        if (got !== side) return undefined;
      } else {
        const found = got / side.rows;
        if (!Number.isInteger(found) || (rows ?? found) !== found) return undefined;
        rows = found;
      }
    }
  }
  return rows ?? 1; // nothing in it follows the rows
}

/** What an expression is found by: two of one key must agree. */
export function expressionKey({ category, kind, config, path, training, same, inputs }: Expression): string {
  return JSON.stringify([category, kind, config ?? null, path ?? null, training, same, inputs]);
}

/** What an expression computes: two of one text are the same function. */
export function expressionText({ outputs, requests, graph }: Expression): string {
  return JSON.stringify([outputs, requests, graph]);
}

/** Expressions as a file holds them, in an order of their own; a graph that several share stands there once. */
export function writeExpressions(expressions: readonly Expression[]): { expressions: Json[]; graphs: Json[] } {
  const graphs: Json[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (graph: Json): number => {
    const text = JSON.stringify(graph);
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, graphs.length);
    return graphs.push(graph) - 1;
  };
  const sorted = expressions.map((e) => ({ e, key: expressionKey(e) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const list = sorted.map(({ e }) => ({
    category: e.category,
    kind: e.kind,
    ...(e.config !== undefined && { config: e.config }),
    ...(e.path !== undefined && { path: e.path }),
    ...(e.training && { training: true }),
    ...(e.same.some((first, i) => first !== i) && { same: e.same }),
    inputs: e.inputs.length,
    outputs: e.outputs,
    ...(e.requests.length > 0 && { requests: e.requests as Json }),
    graph: numberOf(e.graph),
  }));
  return { expressions: list, graphs };
}
