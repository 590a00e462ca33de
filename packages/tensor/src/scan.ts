import { NeuriteError } from "./error";
import { order } from "./graph";
import { scan as rule } from "./ops/scan";
import { allowLoops } from "./primitives";
import { input } from "./source";
import { substitute } from "./substitute";
import { type AnyNode, make, type Tensor } from "./tensor";
import type { Type } from "./value";
import { recordNodes } from "./within";

type Each<T extends readonly Tensor[]> = { readonly [K in keyof T]: Tensor };

/** What one step of a scan gives. */
export interface ScanStep<C extends readonly Tensor[], O extends readonly Tensor[]> {
  readonly carries: Each<C>;
  readonly outputs?: O;
}

/** What a whole scan gives. */
export interface Scanned<C extends readonly Tensor[], O extends readonly Tensor[]> {
  /** The carries after the last step. */
  readonly carries: Each<C>;
  /** The outputs of all steps, stacked along a new first axis. */
  readonly outputs: Each<O>;
}

/**
 * Repeats a step along the first axis of sequences, handing carries from one to the next.
 *
 * Shapes: each sequence `[length, ...slice]`, each carry keeps its type, each output becomes `[length, ...output]`. The body is traced once
 * and may use tensors from around it. Without sequences `length` says how often. Throws `bad-shape` where a carry changes its type.
 *
 * @example
 * ```ts
 * import { constant, evaluate, scan } from "@neurite/tensor";
 *
 * const sums = scan([constant(0)], [constant([1, 2, 3])], ([total], [x]) => {
 *   const next = total.add(x);
 *   return { carries: [next], outputs: [next] };
 * });
 * console.log([...evaluate([sums.outputs[0]])[0].data]); // → [ 1, 3, 6 ]
 * ```
 */
export function scan<
  const C extends readonly Tensor[],
  const S extends readonly Tensor[],
  const O extends readonly Tensor[] = readonly [],
>(
  carries: C,
  sequences: S,
  body: (carries: Each<C>, slices: Each<S>, step: Tensor) => ScanStep<C, O>,
  options: { readonly reverse?: boolean; readonly length?: number } = {},
): Scanned<C, O> {
  const length = sequences[0]?.shape[0] ?? options.length;
  if (length === undefined || !Number.isSafeInteger(length) || length < 0) {
    throw new NeuriteError(
      "bad-argument",
      `scan: "length" should be a whole number from 0 up where there are no sequences, got ${length}. Pass { length }.`,
    );
  }
  const inner = (name: string) => (type: Type) => input(name, { shape: type.shape, dtype: type.dtype });
  const carryInputs = carries.map(inner("carry"));
  const sliceInputs = sequences.map((s) => inner("slice")({ shape: s.shape.slice(1), dtype: s.dtype }));
  const step = input("step", { shape: [], dtype: "int32" });
  const { result, nodes: fresh } = recordNodes(() => body(carryInputs as Each<C>, sliceInputs as Each<S>, step));
  const outputs = [...result.carries, ...(result.outputs ?? [])];

  const own = [...carryInputs, ...sliceInputs, step];
  const { outer, hoisted, rewritten } = hoist(outputs, own, fresh);
  allowLoops(rule);
  const results = make("scan", [...outer, ...carries, ...sequences], {
    body: { inputs: [...hoisted, ...own], outputs: rewritten },
    constants: outer.length,
    carries: carries.length,
    length,
    reverse: options.reverse ?? false,
  });
  return {
    carries: results.slice(0, carries.length) as unknown as Each<C>,
    outputs: results.slice(carries.length, outputs.length) as unknown as Each<O>,
  };
}

/**
 * What the body uses from around it becomes an input of the loop: computed once, outside, and open to gradients.
 *
 * Numbers written inside the body, and what is made of them alone, stay inside.
 */
function hoist(outputs: readonly Tensor[], own: readonly Tensor[], fresh: ReadonlySet<object>) {
  const inside = new Set(own.map((t) => t.node));
  const free = new Set<AnyNode>(); // written in the body and made of no input
  const nodes = order(outputs, (node) => !fresh.has(node));
  for (const node of nodes) {
    if (inside.has(node) || node.inputs.some((t) => inside.has(t.node))) inside.add(node);
    else if (node.op !== "input" && fresh.has(node) && node.inputs.every((t) => free.has(t.node))) free.add(node);
  }
  const outer = new Map<string, Tensor>();
  const numbers = new Map(nodes.map((node, i) => [node, i]));
  for (const node of [...nodes, undefined]) {
    if (node && !inside.has(node)) continue;
    for (const t of node ? node.inputs : outputs) {
      if (!inside.has(t.node) && !free.has(t.node)) outer.set(`${numbers.get(t.node)}.${t.output}`, t);
    }
  }
  const used = [...outer.values()];
  const hoisted = used.map((t) => input("constant", { shape: t.shape, dtype: t.dtype }));
  return { outer: used, hoisted, rewritten: substitute(outputs, used, hoisted) };
}
