import { order } from "./graph";
import type { Attributes, Inputs, OpName } from "./op";
import { type AnyNode, make, type Tensor } from "./tensor";
import { within } from "./within";

/**
 * The same computation with some tensors replaced by others of their type.
 *
 * What does not depend on a replaced tensor is kept as it is, node for node.
 */
export function substitute(
  outputs: readonly Tensor[],
  from: readonly Tensor[],
  to: readonly Tensor[],
): readonly Tensor[] {
  const given = new Map<AnyNode, (Tensor | undefined)[]>();
  from.forEach((t, i) => {
    const slots = given.get(t.node) ?? [];
    slots[t.output] ??= to[i];
    given.set(t.node, slots);
  });
  const made = new Map<AnyNode, readonly Tensor[]>();
  const replace = (t: Tensor): Tensor => given.get(t.node)?.[t.output] ?? made.get(t.node)?.[t.output] ?? t;
  const complete = (node: AnyNode) => node.outputs.every((_, i) => given.get(node)?.[i] !== undefined);
  for (const node of order(outputs, complete)) {
    if (complete(node)) continue;
    const inputs = node.inputs.map(replace);
    if (inputs.every((t, i) => t === node.inputs[i])) continue;
    made.set(
      node,
      within(node.path, () => remake(node, inputs)),
    );
  }
  return outputs.map(replace);
}

/** The operation of a node on other inputs. */
export function remake(node: AnyNode, inputs: readonly Tensor[]): readonly Tensor[] {
  const attributes = node.attributes as Attributes[OpName];
  return make(node.op as OpName, inputs as Inputs<OpName, Tensor>, attributes);
}
