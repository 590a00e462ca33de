import { NeuriteError } from "./error";
import type { Attributes, Inputs, OpName } from "./op";
import { primitiveOf } from "./primitives";
import { axesOf, axisOf, broadcastShapes, formatShape, type Shape, sameShape, sizeOf } from "./shape";
import { timesOwnSigmoid } from "./times-own-sigmoid";
import { type DType, filled, formatType, holds, notOf, type Type } from "./value";
import { currentPath, noteNode } from "./within";

/** One operation in a graph: plain frozen data. */
export interface Node<K extends OpName = OpName> {
  readonly op: K;
  readonly inputs: Inputs<K, Tensor>;
  readonly attributes: Attributes[K];
  readonly outputs: readonly Type[];
  /** Where it was made, as in `1/dense`; it says nothing about the value. */
  readonly path: string;
}

/** Narrows by its `op` in a `switch`, which `Node<OpName>` does not. */
export type AnyNode = { [K in OpName]: Node<K> }[OpName];

/** A number stands for itself in the dtype of the tensor it meets. */
export type Operand = Tensor | number;

/** Makes a node and its outputs. */
export function make<K extends OpName>(op: K, inputs: Inputs<K, Tensor>, attributes: Attributes[K]): readonly Tensor[] {
  const outputs = primitiveOf(op).infer(inputs, attributes);
  const node = Object.freeze({ op, inputs, attributes, outputs, path: currentPath() });
  noteNode(node);
  return outputs.map((_, i) => new Tensor(node as unknown as AnyNode, i));
}

function one<K extends OpName>(op: K, inputs: Inputs<K, Tensor>, attributes: Attributes[K]): Tensor {
  return make(op, inputs, attributes)[0] as Tensor;
}

/** The number `n` in the shape and dtype of `like`; `bad-dtype` where int32 or bool cannot hold it. */
export function number(n: number, like: Type): Tensor {
  if (!holds(like.dtype, n)) throw notOf(like.dtype, n, "number");
  return one("constant", [], { value: filled({ shape: [], dtype: like.dtype }, [n]) }).broadcast(like.shape);
}

type BinaryOp = "add" | "sub" | "mul" | "div" | "pow" | "minimum" | "maximum" | "less" | "equal" | "xor";

function binary(op: BinaryOp, a: Tensor, other: Operand): Tensor {
  const b = operand(op, a, other);
  const shape = broadcastShapes(a.shape, b.shape, op);
  return one(op, [a.broadcast(shape), b.broadcast(shape)], {});
}

/** The tensor that a number stands for; programs in JavaScript may hand in neither. */
function operand(op: BinaryOp, { dtype }: Tensor, other: Operand): Tensor {
  if (typeof other === "number") return number(other, { shape: [], dtype });
  if (typeof other === "object" && other !== null && "node" in other) return other;
  throw new NeuriteError(
    "bad-argument",
    `${op}: expected a tensor or a number, got ${typeof other === "string" ? JSON.stringify(other) : typeof other}. Use constant for arrays.`,
  );
}

/** Whether the axes that a reduction drops stay as axes of size 1. */
export interface Reduction {
  readonly keep?: boolean;
}

/**
 * A value that is not known yet: one output of a node in a graph.
 *
 * Nothing is computed when a method is called; `evaluate`, `gradient` and the backends read the graph later. Shapes broadcast by NumPy's
 * rules, dtypes are never converted silently (`bad-dtype`), and shapes that do not fit are refused at once (`bad-shape`).
 *
 * @example
 * ```ts
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const inputs = constant([[2, 3]]);
 * const weights = constant([[1, -1], [1, 1]]);
 * const [sums] = evaluate([inputs.matmul(weights)]);
 * console.log([...sums.data]); // → [ 5, 1 ]
 * ```
 */
export class Tensor implements Type {
  readonly node: AnyNode;
  /** Which of the node's outputs it is. */
  readonly output: number;

  constructor(node: AnyNode, output: number) {
    this.node = node;
    this.output = output;
  }

  get shape(): Shape {
    return (this.node.outputs[this.output] as Type).shape;
  }

  get dtype(): DType {
    return (this.node.outputs[this.output] as Type).dtype;
  }

  add(other: Operand): Tensor {
    return binary("add", this, other);
  }

  sub(other: Operand): Tensor {
    return binary("sub", this, other);
  }

  /**
   * The product.
   *
   * A tensor times its own sigmoid, in either order, is built so that it keeps its limits: 0 at -Infinity, where plain arithmetic
   * gives -Infinity · 0 = NaN, and a slope of 1 at Infinity. Finite numbers give the same bits.
   */
  mul(other: Operand): Tensor {
    const factor = operand("mul", this, other);
    return timesOwnSigmoid(this, factor) ?? binary("mul", this, factor);
  }

  div(other: Operand): Tensor {
    return binary("div", this, other);
  }

  pow(exponent: Operand): Tensor {
    return binary("pow", this, exponent);
  }

  /** The smaller of both; where they are equal the gradient goes to `other`. */
  minimum(other: Operand): Tensor {
    return binary("minimum", this, other);
  }

  /** The larger of both; where they are equal the gradient goes to `other`. */
  maximum(other: Operand): Tensor {
    return binary("maximum", this, other);
  }

  /** this < other, as bool. */
  less(other: Operand): Tensor {
    return binary("less", this, other);
  }

  /** this = other, as bool. */
  equal(other: Operand): Tensor {
    return binary("equal", this, other);
  }

  /** Bits that differ, for int32 and bool. */
  xor(other: Operand): Tensor {
    return binary("xor", this, other);
  }

  /** `a` where this bool holds, `b` elsewhere; at least one of both is a tensor. */
  where(a: Operand, b: Operand): Tensor {
    const typed = typeof a === "number" ? b : a;
    if (typeof typed === "number") {
      throw new NeuriteError(
        "bad-argument",
        `where: one of the two choices should be a tensor, got the numbers ${String(a)} and ${String(b)}. Use cast and arithmetic for two numbers.`,
      );
    }
    const scalar: Type = { shape: [], dtype: typed.dtype };
    const left = typeof a === "number" ? number(a, scalar) : a;
    const right = typeof b === "number" ? number(b, scalar) : b;
    const both = broadcastShapes(left.shape, right.shape, "where");
    const shape = broadcastShapes(this.shape, both, "where");
    const inputs = [this.broadcast(shape), left.broadcast(shape), right.broadcast(shape)] as const;
    return one("where", inputs, {});
  }

  neg(): Tensor {
    return one("neg", [this], {});
  }

  abs(): Tensor {
    return one("abs", [this], {});
  }

  /** -1, 0 or 1. */
  sign(): Tensor {
    return one("sign", [this], {});
  }

  floor(): Tensor {
    return one("floor", [this], {});
  }

  sqrt(): Tensor {
    return one("sqrt", [this], {});
  }

  exp(): Tensor {
    return one("exp", [this], {});
  }

  /** e^x - 1, exact near 0. */
  expm1(): Tensor {
    return one("expm1", [this], {});
  }

  /** The natural logarithm. */
  log(): Tensor {
    return one("log", [this], {});
  }

  /** log(1 + x), exact near 0. */
  log1p(): Tensor {
    return one("log1p", [this], {});
  }

  sin(): Tensor {
    return one("sin", [this], {});
  }

  cos(): Tensor {
    return one("cos", [this], {});
  }

  atan(): Tensor {
    return one("atan", [this], {});
  }

  tanh(): Tensor {
    return one("tanh", [this], {});
  }

  /** 1 / (1 + e^-x). */
  sigmoid(): Tensor {
    return one("sigmoid", [this], {});
  }

  /** The error function. */
  erf(): Tensor {
    return one("erf", [this], {});
  }

  /** The value as another dtype. */
  cast(dtype: DType): Tensor {
    return dtype === this.dtype ? this : one("cast", [this], { dtype });
  }

  /** The same value, seen as a constant by gradients. */
  stopGradient(): Tensor {
    return one("stopGradient", [this], {});
  }

  /** int32 bits moved left by `by`, or right with zeros where it is negative. */
  shift(by: number): Tensor {
    return one("shift", [this], { by });
  }

  /** The sum along axes, along all where none is given. */
  sum(axes?: number | readonly number[], options: Reduction = {}): Tensor {
    return this.#reduce("sum", axes, options);
  }

  /** The largest element along axes, along all where none is given. */
  max(axes?: number | readonly number[], options: Reduction = {}): Tensor {
    return this.#reduce("max", axes, options);
  }

  #reduce(op: "sum" | "max", axes: number | readonly number[] | undefined, { keep = false }: Reduction) {
    const list = axesOf(axes, this.shape.length, op);
    const result = list.length === 0 ? this : one(op, [this], { axes: list });
    if (!keep) return result;
    return result.reshape(this.shape.map((side, axis) => (list.includes(axis) ? 1 : side)));
  }

  /** The mean along axes. It divides by the number of elements, so that a graph keeps following its rows. */
  mean(axes?: number | readonly number[], options: Reduction = {}): Tensor {
    const total = this.sum(axes, options);
    return total.div(sizeOf(this.shape) / Math.max(1, sizeOf(total.shape)));
  }

  /** Where the largest element along an axis stands, as int32. */
  argmax(axis = -1): Tensor {
    return this.#along("argmax", axis);
  }

  #along(op: "argmax" | "softmax" | "logSoftmax", axis: number): Tensor {
    return one(op, [this], { axis: axisOf(axis, this.shape.length, op) });
  }

  /** The matrix product over the last two axes: `[..., m, k]` and `[..., k, n]` give `[..., m, n]`; leading axes broadcast. */
  matmul(other: Tensor, options: { transposeA?: boolean; transposeB?: boolean } = {}): Tensor {
    const { transposeA = false, transposeB = false } = options;
    const batch = broadcastShapes(this.shape.slice(0, -2), other.shape.slice(0, -2), "matmul");
    const widen = (x: Tensor) => (x.shape.length < 2 ? x : x.broadcast([...batch, ...x.shape.slice(-2)]));
    return one("matmul", [widen(this), widen(other)], { transposeA, transposeB });
  }

  /** The same numbers under another shape; one side may be -1 and is worked out from the rest. */
  reshape(shape: Shape): Tensor {
    const known = sizeOf(shape.filter((side) => side !== -1));
    const open = shape.filter((side) => side === -1).length;
    const rest = sizeOf(this.shape) / known;
    if (open > 1 || (open === 1 && !Number.isInteger(rest))) {
      throw new NeuriteError(
        "bad-shape",
        `reshape: ${sizeOf(this.shape)} elements (${formatShape(this.shape)}) do not determine the -1 in ${formatShape(shape)}. Leave one side open, the others dividing the elements.`,
      );
    }
    const full = shape.map((side) => (side === -1 ? rest : side));
    return sameShape(full, this.shape) ? this : one("reshape", [this], { shape: full });
  }

  /** Axis `order[i]` becomes axis `i`; without an order the axes are reversed. */
  transpose(order?: readonly number[]): Tensor {
    const rank = this.shape.length;
    const full = order?.map((axis) => axisOf(axis, rank, "transpose")) ?? this.shape.map((_, axis) => rank - 1 - axis);
    const same = full.length === rank && full.every((axis, i) => axis === i);
    return same ? this : one("transpose", [this], { order: full });
  }

  /** Sides of 1 and absent leading axes repeated to `shape`. */
  broadcast(shape: Shape): Tensor {
    return sameShape(shape, this.shape) ? this : one("broadcast", [this], { shape });
  }

  /** A window of `size` elements from `start`, every `step`-th. */
  slice(start: Shape, size: Shape, step: Shape = start.map(() => 1)): Tensor {
    return one("slice", [this], { start, size, step });
  }

  /** Zeros before, after and between the elements along each axis. */
  pad(before: Shape, after: Shape, between: Shape = before.map(() => 0)): Tensor {
    return one("pad", [this], { before, after, between });
  }

  /** Picks along an axis by int32 indices; an index outside picks the nearest element. */
  gather(indices: Tensor, axis = 0): Tensor {
    return one("gather", [this, indices], { axis: axisOf(axis, this.shape.length, "gather") });
  }

  /** Adds these updates up at their int32 indices along an axis of `size` elements. */
  scatterAdd(indices: Tensor, axis: number, size: number): Tensor {
    const rank = this.shape.length - indices.shape.length + 1;
    return one("scatterAdd", [this, indices], { axis: axisOf(axis, rank, "scatterAdd"), size });
  }

  /** e^x / Σ e^x along an axis. */
  softmax(axis = -1): Tensor {
    return this.#along("softmax", axis);
  }

  /** The logarithm of softmax along an axis. */
  logSoftmax(axis = -1): Tensor {
    return this.#along("logSoftmax", axis);
  }

  /** Refuses `x > 0 ? a : b` and `x * 2`, for which JavaScript asks a number of it. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return this.toString();
    throw new NeuriteError(
      "bad-argument",
      `${this.node.op}: a tensor should be used by its methods, got an operator of JavaScript, which needs a number that is not known yet. Write x.mul(2) for x * 2, and greater(x, 0).where(a, b) for x > 0 ? a : b.`,
    );
  }

  /** What a debugger or a template string shows. */
  toString(): string {
    return `${this.node.op}: ${formatType(this)}`;
  }
}

/** The shape of a tensor as a tuple of `rank` sides, or an error that names who asked. */
export function dimensions<const R extends 1 | 2 | 3 | 4>(x: Type, rank: R, subject: string): Sides[R] {
  if (x.shape.length !== rank) {
    throw new NeuriteError(
      "bad-shape",
      `${subject}: expected an array of ${rank} axes, got ${formatShape(x.shape)}. Reshape it.`,
    );
  }
  return x.shape as unknown as Sides[R];
}

interface Sides {
  1: readonly [number];
  2: readonly [number, number];
  3: readonly [number, number, number];
  4: readonly [number, number, number, number];
}
