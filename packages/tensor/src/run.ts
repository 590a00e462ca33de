import { NeuriteError } from "./error";
import { type Graph, order } from "./graph";
import type { Attributes, Inputs, OpName } from "./op";
import type { Composite, Primitive, Run } from "./primitive";
import { primitiveOf } from "./primitives";
import { sameShape } from "./shape";
import type { AnyNode, Node, Tensor } from "./tensor";
import { checkValueFits, formatType, type Type, type Value } from "./value";
import { within } from "./within";

/** One operation to carry out: from which slots to which, and what may be forgotten afterwards. */
interface Step {
  readonly node: Node;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly last: readonly number[];
}

interface Plan {
  readonly inputs: readonly number[];
  readonly steps: readonly Step[];
  readonly outputs: readonly number[];
  readonly slots: number;
}

const plans = new WeakMap<Graph, Plan>();

/** Gives every output of every node a slot, composites taken apart. */
function planOf(graph: Graph): Plan {
  const known = plans.get(graph);
  if (known) return known;
  const slotsOf = new Map<AnyNode, number[]>();
  const steps: { node: Node; from: number[]; to: number[]; last: number[] }[] = [];
  let slots = 0;
  const slotOf = (t: Tensor): number => slotsOf.get(t.node)?.[t.output] ?? -1;
  const reserve = (node: AnyNode): number[] => {
    const list = node.outputs.map(() => slots++);
    slotsOf.set(node, list);
    return list;
  };
  const inputs = graph.inputs.map((t) => (slotsOf.get(t.node) ?? reserve(t.node))[t.output] ?? -1);
  const add = (outputs: readonly Tensor[]) => {
    for (const node of order(outputs, (n) => slotsOf.has(n))) {
      if (slotsOf.has(node)) continue;
      const rule = primitiveOf(node.op as OpName) as Primitive<OpName> | Composite<OpName>;
      if ("expand" in rule) {
        const inputs = node.inputs as Inputs<OpName, Tensor>;
        const parts = within(node.path, () => rule.expand(inputs, node.attributes));
        add(parts);
        slotsOf.set(node, parts.map(slotOf));
      } else {
        const from = node.inputs.map(slotOf);
        steps.push({ node: node as unknown as Node, from, to: reserve(node), last: [] });
      }
    }
  };
  add(graph.outputs);
  const outputs = graph.outputs.map(slotOf);
  const kept = new Set(outputs);
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i] as (typeof steps)[number];
    for (const slot of [...step.from, ...step.to]) {
      if (!kept.has(slot)) step.last.push(slot);
      kept.add(slot);
    }
  }
  const plan = { inputs, steps, outputs, slots };
  plans.set(graph, plan);
  return plan;
}

/** What happens after each operation; the search for the first NaN looks on. */
export type Watch = (node: Node, inputs: readonly Value[], outputs: readonly Value[]) => void;

/** Evaluates a graph on values, one operation after the other. */
export function runGraph(graph: Graph, inputs: readonly Value[], watch?: Watch): readonly Value[] {
  const plan = planOf(graph);
  const values = new Array<Value | undefined>(plan.slots).fill(undefined);
  plan.inputs.forEach((slot, i) => {
    values[slot] = inputs[i];
  });
  const run: Run = watch ? (inner, list) => runGraph(inner, list, watch) : runGraph;
  for (const { node, from, to, last } of plan.steps) {
    const operands = from.map((slot) => values[slot] as Value);
    const results = evaluateNode(node, operands, run);
    for (let i = 0; i < to.length; i++) values[to[i] as number] = results[i];
    watch?.(node, operands, results);
    for (let i = 0; i < last.length; i++) values[last[i] as number] = undefined;
  }
  return plan.outputs.map((slot) => values[slot] as Value);
}

function evaluateNode<K extends OpName>(node: Node<K>, operands: readonly Value[], run: Run): readonly Value[] {
  const rule = primitiveOf(node.op) as Primitive<K>;
  return rule.evaluate(operands as unknown as Inputs<K, Value>, node.attributes as Attributes[K], node.outputs, run);
}

/** Refuses a value that is not of the type that a graph input stands for, or whose data does not fill it. */
export function checkValue(subject: string, name: string, expected: Type, got: Value): void {
  checkValueFits(got, `${subject}: "${name}"`);
  if (got.dtype !== expected.dtype || !sameShape(got.shape, expected.shape)) {
    throw new NeuriteError(
      "bad-data",
      `${subject}: "${name}" should be ${formatType(expected)}, got ${formatType(got)}. Pass a value of that type.`,
    );
  }
}

/**
 * The values of tensors, by the interpreter.
 *
 * `inputs` gives a value for each graph input that the tensors need; one that lacks is a `missing-input` error.
 *
 * @example
 * ```ts
 * import { constant, evaluate, input, value } from "@neurite/tensor";
 *
 * const age = input("age", { shape: [2], dtype: "float32" });
 * const [doubled] = evaluate([age.mul(2)], new Map([[age, value([21, 34])]]));
 * console.log([...doubled.data]); // → [ 42, 68 ]
 * ```
 */
export function evaluate<const T extends readonly Tensor[]>(
  outputs: T,
  inputs: ReadonlyMap<Tensor, Value> = new Map(),
): { readonly [K in keyof T]: Value } {
  for (const [tensor, given] of inputs) {
    const { node } = tensor;
    checkValue("evaluate", node.op === "input" ? node.attributes.name : node.op, tensor, given);
  }
  const graph = { inputs: [...inputs.keys()], outputs };
  return runGraph(graph, [...inputs.values()]) as { readonly [K in keyof T]: Value };
}
