import type { Operand, Tensor } from "@neurite/tensor";

/** What a formula does with numbers. */
export interface Operation {
  /** The names of its operands, for messages; one that is called `condition` has to be one. */
  readonly operands: readonly string[];
  /** Whether it gives a condition and not a number. */
  readonly compares?: boolean;
  /** Whether its two operands may be swapped, so that a number among them is the second. */
  readonly commutes?: boolean;
  /** The graph. A number in place of a tensor is the argument of a method, as one would write it. */
  build(first: Tensor, second: Operand, third: Operand): Tensor;
}
