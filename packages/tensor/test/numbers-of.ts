import { evaluate } from "../src/run";
import type { Tensor } from "../src/tensor";
import type { Value } from "../src/value";

/** The numbers of a tensor, row by row. */
export function numbersOf(tensor: Tensor, inputs?: ReadonlyMap<Tensor, Value>): number[] {
  return Array.from(evaluate([tensor], inputs)[0].data);
}

/** The numbers of several tensors, evaluated together. */
export function allNumbersOf(tensors: readonly Tensor[]): number[][] {
  return evaluate(tensors).map(({ data }) => Array.from(data));
}
