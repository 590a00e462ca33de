import {
  type AnyNode,
  broadcastShapes,
  constant,
  isFloat,
  order,
  remake,
  type Shape,
  sameShape,
  sizeOf,
  Tensor,
} from "@neurite/tensor";
import { isElementwise } from "./element";
import { uniformConstant } from "./uniform-constant";
import { sourceOf } from "./view";

/**
 * The same outputs in a form that needs less work in the engine: arithmetic moves in front of a broadcast, a transposition becomes a
 * flag of its matrix product, a product with a side of 1 becomes a multiplication and a sum, a division by a number of the row or column
 * becomes a multiplication.
 *
 * Whether a rule applies never depends on the number of rows, so one row has the bits that it has among many.
 */
export function rewrite(outputs: readonly Tensor[]): readonly Tensor[] {
  const made = new Map<AnyNode, readonly Tensor[]>();
  const nodes = order(outputs);
  const halved = new Set<AnyNode>(); // what goes into a maximum(x, 0)
  for (const { op, inputs } of nodes) {
    if (op === "maximum" && isZero(inputs[1]) && inputs[0].node.outputs.length === 1) halved.add(inputs[0].node);
  }
  const rectified = new Map<AnyNode, Tensor>();
  const rectify = (x: Tensor, on: Tensor): Tensor => {
    const known = rectified.get(x.node) ?? on.maximum(0);
    rectified.set(x.node, known);
    return known;
  };
  for (const node of nodes) {
    const inputs = node.inputs.map((t) => (made.get(t.node) as readonly Tensor[])[t.output] as Tensor);
    const [x, y] = node.inputs;
    let result: Tensor | undefined;
    if (node.op === "maximum" && y && isZero(y) && halved.has(x?.node as AnyNode))
      result = rectify(x as Tensor, inputs[0] as Tensor);
    else if (node.op === "less" && y && isZero(x as Tensor) && halved.has(y.node)) {
      // 0 < x exactly where 0 < maximum(x, 0), so x itself need not be kept
      result = remake(node, [inputs[0] as Tensor, rectify(y, inputs[1] as Tensor)])[0];
    } else result = shorter(node, inputs);
    const same = inputs.every((t, i) => t === node.inputs[i]);
    made.set(node, result ? [result] : same ? node.outputs.map((_, i) => new Tensor(node, i)) : remake(node, inputs));
  }
  return outputs.map((t) => (made.get(t.node) as readonly Tensor[])[t.output] as Tensor);
}

function isZero(t: Tensor): boolean {
  return uniformConstant(sourceOf(t)) === 0;
}

function shorter(node: AnyNode, inputs: readonly Tensor[]): Tensor | undefined {
  const [x, y] = inputs as readonly [Tensor, Tensor];
  switch (node.op) {
    case "matmul":
      return product(x, y, node.attributes.transposeA, node.attributes.transposeB);
    case "sum":
      return sumOf(x, node.attributes.axes);
    case "max": {
      const { axes } = node.attributes;
      return axes.every((axis) => x.shape[axis] === 1) ? x.reshape(node.outputs[0]?.shape ?? []) : undefined;
    }
    case "div":
      if (isFloat(x.dtype) && y.node.op === "broadcast" && uniformConstant(y.node.inputs[0]) === undefined)
        return x.mul(reciprocal(y.node.inputs[0]).broadcast(y.shape));
      return isElementwise(node.op) ? beforeBroadcast(node, inputs) : undefined;
    default:
      return isElementwise(node.op) ? beforeBroadcast(node, inputs) : undefined;
  }
}

function reciprocal(x: Tensor): Tensor {
  return constant(1, x.dtype).broadcast(x.shape).div(x);
}

/** An operation on nothing but broadcasts, done before them. */
function beforeBroadcast(node: AnyNode, inputs: readonly Tensor[]): Tensor | undefined {
  const shape = node.outputs[0]?.shape ?? [];
  if (inputs.length === 0 || node.op === "random" || node.op === "stopGradient") return undefined;
  let small: Shape = [];
  for (const t of inputs) {
    if (uniformConstant(sourceOf(t)) !== undefined) continue;
    if (t.node.op !== "broadcast") return undefined;
    small = broadcastShapes(small, t.node.inputs[0].shape, node.op);
  }
  if (sameShape(small, shape)) return undefined;
  const narrow = inputs.map((t) => {
    const source = sourceOf(t);
    if (uniformConstant(source) !== undefined) return one(source).broadcast(small);
    return t.node.op === "broadcast" ? t.node.inputs[0].broadcast(small) : t;
  });
  return (remake(node, narrow)[0] as Tensor).broadcast(shape);
}

/** The first element, as a single number. */
function one(t: Tensor): Tensor {
  return sizeOf(t.shape) === 1
    ? t.reshape([])
    : t
        .slice(
          t.shape.map(() => 0),
          t.shape.map(() => 1),
        )
        .reshape([]);
}

/** What a sum over repeated numbers comes to is their product with how often they are repeated. */
function sumOf(x: Tensor, axes: readonly number[]): Tensor | undefined {
  const shape = x.shape.filter((_, axis) => !axes.includes(axis));
  if (axes.every((axis) => x.shape[axis] === 1)) return x.reshape(shape);
  if (x.node.op !== "broadcast" || sizeOf(x.shape) === 0) return undefined;
  const [source] = x.node.inputs;
  const lead = x.shape.length - source.shape.length;
  const padded = x.shape.map((_, axis) => (axis < lead ? 1 : (source.shape[axis - lead] as number)));
  const repeated = axes.filter((axis) => padded[axis] === 1);
  const count = repeated.reduce((product, axis) => product * (x.shape[axis] as number), 1);
  if (count === 1) return undefined;
  const rest = axes.filter((axis) => padded[axis] !== 1);
  const wide = source.reshape(padded);
  const total = rest.length > 0 ? wide.sum(rest, { keep: true }) : wide;
  const kept = padded.filter((_, axis) => !axes.includes(axis));
  return total.reshape(kept).mul(count).broadcast(shape);
}

/** A matrix product without a transposition in front of it, or without a matrix product where a side is 1. */
function product(a: Tensor, b: Tensor, transposeA: boolean, transposeB: boolean): Tensor | undefined {
  const rank = a.shape.length;
  const swapped = (t: Tensor) =>
    t.node.op === "transpose" &&
    t.node.attributes.order.every((axis, i) => axis === (i < rank - 2 ? i : 2 * rank - 3 - i));
  if (swapped(a)) return (a.node.inputs[0] as Tensor).matmul(b, { transposeA: !transposeA, transposeB });
  if (swapped(b)) return a.matmul(b.node.inputs[0] as Tensor, { transposeA, transposeB: !transposeB });
  const lead = a.shape.slice(0, -2);
  const [m, k] = (transposeA ? [...a.shape.slice(-2)].reverse() : a.shape.slice(-2)) as [number, number];
  const [n] = (transposeB ? b.shape.slice(-2) : [...b.shape.slice(-2)].reverse()) as [number, number];
  if (k === 0 || m === 0 || n === 0 || sizeOf(lead) === 0) return constant(0, a.dtype).broadcast([...lead, m, n]);
  if (k === 1) {
    const [left, right] = [a.reshape([...lead, m, 1]), b.reshape([...lead, 1, n])];
    return left.mul(right);
  }
  if (n !== 1) return undefined;
  // [m, k] · [k, 1]: along the axis of k, whichever way the left factor lies
  const weights = b.reshape(transposeA ? [...lead, k, 1] : [...lead, 1, k]);
  const sums = a.mul(weights).sum(transposeA ? rank - 2 : rank - 1);
  return sums.reshape([...lead, m, 1]);
}
