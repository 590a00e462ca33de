import type { AnyNode, Tensor } from "./tensor";

/** A computation as a value: what goes in, what comes out. Everything between hangs on the outputs. */
export interface Graph {
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
}

/**
 * The nodes that the outputs need, each after its inputs.
 *
 * Walks with a stack of its own: a graph 100,000 nodes deep must not overflow the machine's. `stop` names nodes whose
 * inputs are not followed.
 */
export function order(outputs: readonly Tensor[], stop?: (node: AnyNode) => boolean): readonly AnyNode[] {
  const done = new Set<AnyNode>();
  const opened = new Set<AnyNode>();
  const stack: AnyNode[] = outputs.map((output) => output.node).reverse();
  while (stack.length > 0) {
    const node = stack[stack.length - 1] as AnyNode;
    if (done.has(node)) {
      stack.pop();
    } else if (opened.has(node) || stop?.(node)) {
      done.add(node);
      stack.pop();
    } else {
      opened.add(node);
      for (let i = node.inputs.length - 1; i >= 0; i--) {
        const input = (node.inputs[i] as Tensor).node;
        if (!done.has(input)) stack.push(input);
      }
    }
  }
  return [...done];
}
