import type { OpName } from "./op";
import { add, div, mul, pow, sub, xor } from "./ops/arithmetic";
import { broadcast, concat, reshape, transpose } from "./ops/arrange";
import { equal, less, maximum, minimum, where } from "./ops/comparison";
import { atan, cos, erf, exp, expm1, log, log1p, sigmoid, sin, tanh } from "./ops/functions";
import { gather, scatterAdd } from "./ops/gather";
import { matmul } from "./ops/matmul";
import { argmax, max, sum } from "./ops/reduce";
import { scan } from "./ops/scan";
import { logSoftmax, softmax } from "./ops/softmax";
import { constant, input, iota, random } from "./ops/sources";
import { abs, cast, floor, neg, shift, sign, sqrt, stopGradient } from "./ops/unary";
import { pad, slice } from "./ops/window";
import type { Composite, Primitive } from "./primitive";

/** Every operation by its name. */
export const primitives: { readonly [K in OpName]: Primitive<K> | Composite<K> } = {
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
  scan,
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

/** The rule of one operation, typed by its name. */
export function primitiveOf<K extends OpName>(op: K): Primitive<K> | Composite<K> {
  return primitives[op];
}
