import { NeuriteError } from "./error";
import type { Graph } from "./graph";
import type { Attributes, Inputs, OpName } from "./op";
import type { Primitive, Run } from "./primitive";
import { primitiveOf } from "./primitives";
import { type Plan, planRun, type Step } from "./run-plan";
import { sameShape } from "./shape";
import type { Node, Tensor } from "./tensor";
import { checkValueFits, formatType, type Type, type Value } from "./value";

/** A plan, and the slots as they stand before each run: what depends on no input is there already. */
interface Prepared {
  readonly plan: Plan;
  readonly start: readonly (Value | undefined)[];
}

const preparations = new WeakMap<Graph, Prepared>();

function prepare(graph: Graph): Prepared {
  const known = preparations.get(graph);
  if (known) return known;
  const plan = planRun(graph);
  const start = new Array<Value | undefined>(plan.slots).fill(undefined);
  carryOut(plan.once, start, runGraph);
  const prepared = { plan, start };
  preparations.set(graph, prepared);
  return prepared;
}

/** What happens after each operation; the search for the first NaN looks on. */
export type Watch = (node: Node, inputs: readonly Value[], outputs: readonly Value[]) => void;

/** Evaluates a graph on values, one operation after the other. */
export function runGraph(graph: Graph, inputs: readonly Value[], watch?: Watch): readonly Value[] {
  const { plan, start } = prepare(graph);
  const values = start.slice();
  for (let i = 0; i < plan.inputs.length; i++) values[plan.inputs[i] as number] = inputs[i];
  if (watch) carryOut([...plan.once, ...plan.steps], values, (body, list) => runGraph(body, list, watch), watch);
  else carryOut(plan.steps, values, runGraph);
  return plan.outputs.map((slot) => values[slot] as Value);
}

function carryOut(steps: readonly Step[], values: (Value | undefined)[], run: Run, watch?: Watch): void {
  for (const { node, from, to, last, used } of steps) {
    const operands = from.map((slot) => values[slot] as Value);
    const results = evaluateNode(node, operands, run, used);
    for (let i = 0; i < to.length; i++) values[to[i] as number] = results[i];
    watch?.(node, operands, results);
    for (let i = 0; i < last.length; i++) values[last[i] as number] = undefined;
  }
}

function evaluateNode<K extends OpName>(
  node: Node<K>,
  operands: readonly Value[],
  run: Run,
  used: readonly boolean[],
): readonly Value[] {
  const rule = primitiveOf(node.op) as Primitive<K>;
  const inputs = operands as unknown as Inputs<K, Value>;
  return rule.evaluate(inputs, node.attributes as Attributes[K], node.outputs, run, used);
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
