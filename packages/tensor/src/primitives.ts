import { NeuriteError } from "./error";
import type { OpName } from "./op";
import { add, div, mul, pow, sub, xor } from "./ops/arithmetic";
import { broadcast, concat, reshape, transpose } from "./ops/arrange";
import { equal, less, maximum, minimum, where } from "./ops/comparison";
import { atan, cos, erf, exp, expm1, log, log1p, sigmoid, sin, tanh } from "./ops/functions";
import { gather, scatterAdd } from "./ops/gather";
import { matmul } from "./ops/matmul";
import { argmax, max, sum } from "./ops/reduce";
import { logSoftmax, softmax } from "./ops/softmax";
import { constant, input, iota, random } from "./ops/sources";
import { abs, cast, floor, neg, shift, sign, sqrt, stopGradient } from "./ops/unary";
import { pad, slice } from "./ops/window";
import type { Composite, Primitive } from "./primitive";

type Rules = { [K in OpName]: Primitive<K> | Composite<K> };

/** Every operation by its name; loops once something makes one, see {@link allowLoops}. */
const rules: Omit<Rules, "scan"> & Partial<Rules> = {
  abs,
  add,
  argmax,
  atan,
  broadcast,
  cast,
  concat,
  constant,
  cos,
  div,
  equal,
  erf,
  exp,
  expm1,
  floor,
  gather,
  input,
  iota,
  less,
  log,
  log1p,
  logSoftmax,
  matmul,
  max,
  maximum,
  minimum,
  mul,
  neg,
  pad,
  pow,
  random,
  reshape,
  scatterAdd,
  shift,
  sigmoid,
  sign,
  sin,
  slice,
  softmax,
  sqrt,
  stopGradient,
  sub,
  sum,
  tanh,
  transpose,
  where,
  xor,
};

/**
 * Adds the rule of loops. To be called by what makes the first node of one, whose rule this module does not import: a page without loops does
 * not hold it.
 */
export function allowLoops(scan: Primitive<"scan">): void {
  rules.scan = scan;
}

/** The rule of one operation, typed by its name. Throws `bad-plugin` for a loop that was made by another copy of this package. */
export function primitiveOf<K extends OpName>(op: K): Primitive<K> | Composite<K> {
  const rule = rules[op] as Primitive<K> | Composite<K> | undefined;
  if (rule) return rule;
  throw new NeuriteError(
    "bad-plugin",
    `${op}: the graph should be made by the copy of @neurite/tensor that runs it, got another one's, as of a plugin installed elsewhere. Install the plugin and what uses it in one project.`,
  );
}

export function isOpName(op: unknown): op is OpName {
  return typeof op === "string" && Object.hasOwn(rules, op);
}
