import type { AnyNode, Tensor } from "@neurite/tensor";
import { type Block, planBlock } from "./block";

type ScanNode = Extract<AnyNode, { readonly op: "scan" }>;

/** A loop: its body as a block, and what goes in and out at each step. */
export interface ScanPlan {
  readonly node: ScanNode;
  readonly block: Block;
  readonly constants: number;
  readonly carries: number;
  readonly length: number;
  readonly reverse: boolean;
  /** The graph inputs of the body: constants, carries, slices, and the number of the step. */
  readonly inputs: readonly Tensor[];
  /** Which outputs and histories anyone reads, by their place among the scan's outputs. */
  readonly used: ReadonlySet<number>;
  /** Which of the body's outputs, by its place there, is written as which of the scan's. */
  readonly written: readonly number[];
  readonly bytes: number;
}

/** Plans the body of a scan: its carries are the state of a block, which their next values update. */
export function planScan(node: ScanNode, uses: ReadonlyMap<number, number> | undefined): ScanPlan {
  const { body, ...loop } = node.attributes;
  const { constants, carries } = loop;
  const used = new Set(uses?.keys() ?? []);
  const written = body.outputs.flatMap((_, i) => (i >= carries && used.has(i) ? [i] : []));
  const block = planBlock({
    outputs: written.map((i) => body.outputs[i] as Tensor),
    guard: undefined,
    updates: body.outputs.slice(0, carries).map((next, i) => ({ state: body.inputs[constants + i] as Tensor, next })),
    given: new Set(body.inputs.map((t) => t.node)),
  });
  // the step's number stands behind the block's own memory
  return { node, block, ...loop, inputs: body.inputs, used, written, bytes: block.bytes + 64 };
}
