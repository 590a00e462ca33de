import type { AnyNode, Tensor } from "@neurite/tensor";

/** A number, or what stands in memory: element `[i, j, …]` of a domain is element `offset + i · strides[0] + …` of the source. */
export type Operand =
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "memory"; readonly source: Tensor; readonly offset: number; readonly strides: readonly number[] }
  | { readonly kind: "member"; readonly node: AnyNode };

/** One operation inside a kernel. */
export interface Member {
  readonly node: AnyNode;
  /**
   * `element`: a value for each element (or row) of the domain; `fold`: a sum or maximum over the inner axes, which the rest of the
   * kernel may read; `sink`: any other sum or maximum, complete only when the kernel is; `product`: the sums of a matrix product.
   */
  readonly form: "element" | "fold" | "sink" | "product";
  /** Whether it has one value for each element of the domain or one for each row; of a sink, what it reads. */
  readonly place: "full" | "row";
  /** In which pass over a row it is there: a fold of pass n is there from pass n + 1 on. */
  readonly level: number;
  readonly operands: readonly Operand[];
  /** Where the elements of a sink go, or how an iota or random number counts: strides over the domain. */
  readonly strides?: readonly number[];
}

interface Base {
  /** Its place in an order in which every kernel follows those that it reads. */
  index: number;
}

/** A loop over the elements of a domain; with a `split`, a row is what the axes from there on hold. */
export interface MapKernel extends Base {
  readonly type: "map";
  readonly domain: readonly number[];
  split: number | undefined;
  readonly members: Map<AnyNode, Member>;
}

/** One factor of a matrix product in memory: rows of numbers, `stride` apart, for each place of the leading axes. */
export interface Factor {
  readonly source: Tensor;
  readonly offset: number;
  readonly transposed: boolean;
  readonly stride: number;
  readonly batch: readonly number[];
}

/** A matrix product, and what is done with its sums while they are in registers. */
export interface MatmulKernel extends Base {
  readonly type: "matmul";
  readonly node: AnyNode;
  readonly a: Factor;
  readonly b: Factor;
  readonly domain: readonly number[];
  readonly split: undefined;
  readonly members: Map<AnyNode, Member>;
}

/** An operand that stands in memory, element after element. */
export interface Place {
  readonly source: Tensor;
  readonly offset: number;
}

/** Any other operation, on its own. */
export interface SingleKernel extends Base {
  readonly type: "single";
  readonly node: AnyNode;
  readonly operands: readonly Place[];
}

export type Kernel = MapKernel | MatmulKernel | SingleKernel;

/** Everything in memory that a kernel reads. */
export function readsOf(kernel: Kernel): readonly Tensor[] {
  if (kernel.type === "single") return kernel.operands.map(({ source }) => source);
  const reads = kernel.type === "matmul" ? [kernel.a.source, kernel.b.source] : [];
  kernel.members.forEach(({ operands }) => {
    for (let i = 0; i < operands.length; i++) {
      const operand = operands[i] as Operand;
      if (operand.kind === "memory") reads.push(operand.source);
    }
  });
  return reads;
}

/** The nodes whose values a kernel works out. */
export function nodesOf(kernel: Kernel): readonly AnyNode[] {
  return kernel.type === "single" ? [kernel.node] : [...kernel.members.keys()];
}
