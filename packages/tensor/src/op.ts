import type { Graph } from "./graph";
import type { Shape } from "./shape";
import type { DType, Type, Value } from "./value";

type None = Readonly<Record<never, never>>;

/**
 * The one list of operations: name, how many inputs, which attributes.
 *
 * Every reader of a graph (shape rule, evaluation, gradient, compiler, file) is a mapped type over it, so an operation that a
 * reader lacks is a compile error. What can be composed of these is composed: each new one costs an entry in every reader.
 */
export interface Spec {
  // sources
  input: [0, { readonly name: string; readonly type: Type }];
  constant: [0, { readonly value: Value }];
  iota: [0, { readonly type: Type; readonly axis: number }];
  random: [1, { readonly shape: Shape }];
  // one input, element by element
  neg: [1, None];
  abs: [1, None];
  sign: [1, None];
  floor: [1, None];
  sqrt: [1, None];
  exp: [1, None];
  expm1: [1, None];
  log: [1, None];
  log1p: [1, None];
  sin: [1, None];
  cos: [1, None];
  atan: [1, None];
  tanh: [1, None];
  sigmoid: [1, None];
  erf: [1, None];
  cast: [1, { readonly dtype: DType }];
  stopGradient: [1, None];
  shift: [1, { readonly by: number }];
  // two or three inputs of one shape, element by element
  add: [2, None];
  sub: [2, None];
  mul: [2, None];
  div: [2, None];
  pow: [2, None];
  minimum: [2, None];
  maximum: [2, None];
  less: [2, None];
  equal: [2, None];
  xor: [2, None];
  where: [3, None];
  // along axes
  sum: [1, { readonly axes: readonly number[] }];
  max: [1, { readonly axes: readonly number[] }];
  argmax: [1, { readonly axis: number }];
  matmul: [2, { readonly transposeA: boolean; readonly transposeB: boolean }];
  // the same numbers in another arrangement
  reshape: [1, { readonly shape: Shape }];
  transpose: [1, { readonly order: readonly number[] }];
  broadcast: [1, { readonly shape: Shape }];
  slice: [1, { readonly start: Shape; readonly size: Shape; readonly step: Shape }];
  pad: [1, { readonly before: Shape; readonly after: Shape; readonly between: Shape }];
  concat: ["many", { readonly axis: number }];
  gather: [2, { readonly axis: number }];
  scatterAdd: [2, { readonly axis: number; readonly size: number }];
  // a loop over a graph
  scan: [
    "many",
    {
      readonly body: Graph;
      readonly constants: number;
      readonly carries: number;
      readonly length: number;
      readonly reverse: boolean;
    },
  ];
  // composites: they expand into the operations above, and losses and exports recognise them
  softmax: [1, { readonly axis: number }];
  logSoftmax: [1, { readonly axis: number }];
}

export type OpName = keyof Spec;

/** Operations on inputs of one shape, each element of whose output depends on the same element of each input only. */
export const elementwise: ReadonlySet<OpName> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ "neg abs sign floor sqrt exp log sin cos atan tanh sigmoid erf expm1 log1p cast stopGradient shift add sub mul div pow minimum maximum less equal xor where".split(
    " ",
  ) as OpName[],
);

export type Attributes = { readonly [K in OpName]: Spec[K][1] };

/** The inputs of an operation, as a tuple of its arity. */
export type Inputs<K extends OpName, T> = {
  0: readonly [];
  1: readonly [T];
  2: readonly [T, T];
  3: readonly [T, T, T];
  many: readonly T[];
}[Spec[K][0]];
