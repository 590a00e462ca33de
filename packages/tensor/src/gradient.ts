import { NeuriteError } from "./error";
import { order } from "./graph";
import type { OpName } from "./op";
import type { Build, Composite, Primitive } from "./primitive";
import { primitiveOf } from "./primitives";
import { formatShape, sizeOf } from "./shape";
import { input } from "./source";
import { type AnyNode, make, type Node, number, Tensor } from "./tensor";
import { formatType, isFloat } from "./value";
import { within } from "./within";

/**
 * Reverse mode: carries gradients of `outputs` (the cotangents) back to `of`, graph to graph.
 *
 * What comes back are tensors like any others, so the gradient of a gradient is one more call. Where nothing flows the gradient is 0.
 */
export function pullback(
  outputs: readonly Tensor[],
  of: readonly Tensor[],
  cotangents: readonly Tensor[],
): readonly Tensor[] {
  return flow(outputs, of, cotangents, order(outputs));
}

function flow(
  outputs: readonly Tensor[],
  of: readonly Tensor[],
  cotangents: readonly Tensor[],
  nodes: readonly AnyNode[],
): readonly Tensor[] {
  const sources = new Set(of.map((t) => t.node));
  const reached = new Set<AnyNode>(); // nodes that lead to a source, so their own gradient is needed on the way
  const leads = (t: Tensor) => reached.has(t.node) && isFloat(t.dtype);
  for (const node of nodes) {
    if (sources.has(node) || node.inputs.some(leads)) reached.add(node);
  }
  const found = new Map<AnyNode, (Tensor | undefined)[]>();
  const accumulate = (t: Tensor, g: Tensor | undefined) => {
    if (!g || !leads(t)) return;
    const slots = found.get(t.node) ?? [];
    const before = slots[t.output];
    slots[t.output] = before ? before.add(g) : g;
    found.set(t.node, slots);
  };
  outputs.forEach((output, i) => {
    accumulate(output, cotangents[i]);
  });
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i] as AnyNode;
    const slots = found.get(node);
    const needed = node.inputs.map(leads);
    if (!slots || !needed.some(Boolean)) continue;
    const gradients = within(node.path, () => backward(node as unknown as Node, slots, needed));
    node.inputs.forEach((t, k) => {
      accumulate(t, gradients[k]);
    });
  }
  return of.map((t) => found.get(t.node)?.[t.output] ?? number(0, t));
}

function backward<K extends OpName>(
  node: Node<K>,
  cotangents: readonly (Tensor | undefined)[],
  needed: readonly boolean[],
): readonly (Tensor | undefined)[] {
  const rule: Primitive<K> | Composite<K> = primitiveOf(node.op);
  const inputs: readonly Tensor[] = node.inputs;
  if ("expand" in rule) {
    const outputs = rule.expand(node.inputs, node.attributes);
    const leaves = new Set(inputs.map((t) => t.node));
    const nodes = order(outputs, (n) => leaves.has(n));
    return flow(outputs, inputs, cotangents as readonly Tensor[], nodes);
  }
  const outputs = node.outputs.map((_, i) => new Tensor(node as unknown as AnyNode, i));
  return rule.gradient?.(node, outputs, cotangents, build, needed) ?? [];
}

const build: Build = { make, number, pullback, input };

/**
 * The gradient of one number with respect to some tensors: `[∂scalar/∂t for t of of]`.
 *
 * Shapes: `scalar` has one element, each gradient the shape of its tensor. Throws `bad-shape` if it has more, `no-gradient`
 * for whole numbers and bools, which have no derivative.
 * Source: reverse accumulation, Linnainmaa (1970).
 *
 * @example
 * ```ts
 * import { constant, evaluate, gradient } from "@neurite/tensor";
 *
 * const weights = constant([1, 2]);
 * const error = weights.mul(constant([3, 4])).sum().sub(6); // 3 + 8 - 6 = 5
 * const [slope] = gradient(error.mul(error), [weights]);
 * console.log([...evaluate([slope])[0].data]); // → [ 30, 40 ]
 * ```
 */
export function gradient<const T extends readonly Tensor[]>(
  scalar: Tensor,
  of: T,
): { readonly [K in keyof T]: Tensor } {
  if (sizeOf(scalar.shape) !== 1) {
    throw new NeuriteError(
      "bad-shape",
      `gradient: expected one number to differentiate, got shape ${formatShape(scalar.shape)}. Reduce it with sum or mean.`,
    );
  }
  for (const t of [scalar, ...of]) {
    if (!isFloat(t.dtype)) {
      throw new NeuriteError(
        "no-gradient",
        `gradient: ${formatType(t)} has no derivative, only float32 and float64 have. Convert it with cast before it is used.`,
      );
    }
  }
  return pullback([scalar], of, [number(1, scalar)]) as { readonly [K in keyof T]: Tensor };
}
