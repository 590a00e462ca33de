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
  const nodes: AnyNode[] = [];
  const opened = new Set<AnyNode>();
  const stack: AnyNode[] = [];
  const next: number[] = []; // which input of each node on the stack is looked at next
  const open = (node: AnyNode) => {
    if (opened.has(node)) return;
    opened.add(node);
    stack.push(node);
    next.push(stop?.(node) ? node.inputs.length : 0);
  };
  for (const { node: root } of outputs) {
    open(root);
    while (stack.length > 0) {
      const top = stack.length - 1;
      const node = stack[top] as AnyNode;
      const i = next[top] as number;
      if (i < node.inputs.length) {
        next[top] = i + 1;
        open((node.inputs[i] as Tensor).node);
      } else {
        nodes.push(node);
        stack.pop();
        next.pop();
      }
    }
  }
  return nodes;
}
