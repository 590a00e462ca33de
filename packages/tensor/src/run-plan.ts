import { type Graph, order } from "./graph";
import type { Inputs, OpName } from "./op";
import type { Composite, Primitive } from "./primitive";
import { primitiveOf } from "./primitives";
import { sizeOf } from "./shape";
import type { AnyNode, Node, Tensor } from "./tensor";
import { within } from "./within";

/** One operation to carry out: from which slots to which, and what may be forgotten afterwards. */
export interface Step {
  readonly node: Node;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly last: readonly number[];
  /** Which of its outputs anyone reads. */
  readonly used: readonly boolean[];
}

type Found = Pick<Step, "node" | "from" | "to">;

/** In which order a graph is carried out, and where each value is kept meanwhile. */
export interface Plan {
  readonly slots: number;
  readonly inputs: readonly number[];
  /** What depends on no input is carried out once for all runs. */
  readonly once: readonly Step[];
  readonly steps: readonly Step[];
  readonly outputs: readonly number[];
}

/** The most elements of a value that is kept between runs; larger ones are made again each time. */
const keepLimit = 2 ** 16;

/** Gives every output of every node a slot, composites taken apart. */
export function planRun(graph: Graph): Plan {
  const given = new Map<AnyNode, number[]>(); // the slots of outputs whose values are handed in
  const slotsOf = new Map<AnyNode, number[]>();
  const found: Found[] = [];
  let slots = 0;
  const inputs = graph.inputs.map(({ node, output }) => {
    const list = given.get(node) ?? [];
    given.set(node, list);
    list[output] ??= slots++;
    return list[output];
  });
  const slotOf = ({ node, output }: Tensor): number => given.get(node)?.[output] ?? slotsOf.get(node)?.[output] ?? -1;
  const known = (node: AnyNode) =>
    slotsOf.has(node) || node.outputs.every((_, i) => given.get(node)?.[i] !== undefined);
  const add = (outputs: readonly Tensor[]) => {
    for (const node of order(outputs, known)) {
      if (known(node)) continue;
      const rule = primitiveOf(node.op as OpName) as Primitive<OpName> | Composite<OpName>;
      if ("expand" in rule) {
        const parts = within(node.path, () => rule.expand(node.inputs as Inputs<OpName, Tensor>, node.attributes));
        add(parts);
        slotsOf.set(node, parts.map(slotOf));
      } else {
        const to = node.outputs.map(() => slots++);
        slotsOf.set(node, to);
        found.push({ node: node as unknown as Node, from: node.inputs.map(slotOf), to });
      }
    }
  };
  add(graph.outputs);
  const outputs = graph.outputs.map(slotOf);
  const { once, rest } = partOnce(found);
  return { slots, inputs, outputs, ...withLifetimes(once, rest, outputs) };
}

/** Parts what depends on no input from the rest. */
function partOnce(found: readonly Found[]) {
  const fixed = new Set<number>();
  const isOnce = ({ node, from }: Found) =>
    node.op !== "input" &&
    from.every((slot) => fixed.has(slot)) &&
    node.outputs.every(({ shape }) => node.op === "constant" || sizeOf(shape) <= keepLimit);
  const once: Found[] = [];
  const rest: Found[] = [];
  for (const step of found) {
    if (!isOnce(step)) {
      rest.push(step);
      continue;
    }
    once.push(step);
    for (const slot of step.to) fixed.add(slot);
  }
  return { once, rest };
}

function withLifetimes(
  once: readonly Found[],
  rest: readonly Found[],
  outputs: readonly number[],
): Pick<Plan, "once" | "steps"> {
  const read = new Set(outputs);
  const steps: Step[] = [];
  for (const step of [...once, ...rest].reverse()) {
    const used = step.to.map((slot) => read.has(slot));
    const last: number[] = [];
    for (const slot of [...step.from, ...step.to]) {
      if (!read.has(slot)) last.push(slot);
      read.add(slot);
    }
    steps.push({ ...step, used, last });
  }
  steps.reverse();
  return { once: steps.slice(0, once.length), steps: steps.slice(once.length) };
}
