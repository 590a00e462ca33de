// A case as a graph: what comes out of its symbols, all of them in PyTorch's layout.
import type { DType, Tensor } from "@neurite/tensor";
import type { Case, Vector } from "./read-vector";

/** What a mapping works on. The symbols are the inputs, parameters and buffers of the case, by their names there. */
export interface Given {
  readonly vector: Vector;
  readonly one: Case;
  readonly dtype: DType;
  symbol(name: string): Tensor;
  /** Whether there is one of this name. */
  has(name: string): boolean;
}

/** What it gives: the outputs and, for layers with a state, the buffers after the step, in PyTorch's layout too, so that gradients are. */
export interface Solved {
  readonly outputs: Readonly<Record<string, Tensor>>;
  readonly buffers?: Readonly<Record<string, Tensor>>;
}

export type Solve = (given: Given) => Solved;
