import { constant, iota } from "./source";
import { number, type Operand, type Tensor } from "./tensor";
import type { DType } from "./value";

/**
 * Operations made of others. They exist as names for people; readers of the graph see only what they are made of.
 */

/** a > b, as bool. */
export function greater(a: Tensor, b: Operand): Tensor {
  return (typeof b === "number" ? number(b, a) : b).less(a);
}

/** Not, for bools. */
export function not(a: Tensor): Tensor {
  return a.equal(0);
}

/** Both hold. */
export function and(a: Tensor, b: Tensor): Tensor {
  return a.where(b, 0);
}

/** At least one holds. */
export function or(a: Tensor, b: Tensor): Tensor {
  return a.where(1, b);
}

/** e^x - 1, exact near 0. */
export function expm1(x: Tensor): Tensor {
  return x.expm1();
}

/** log(1 + x), exact near 0. */
export function log1p(x: Tensor): Tensor {
  return x.log1p();
}

/** One vector of 0 and 1 for each index: `[...i]` gives `[...i, classes]`; an index outside gives zeros. */
export function oneHot(indices: Tensor, classes: number, dtype: DType = "float32"): Tensor {
  return indices
    .reshape([...indices.shape, 1])
    .equal(iota([classes]))
    .cast(dtype);
}

/** Whether every element is finite: x - x is 0 for finite x only. */
export function allFinite(parts: readonly Tensor[]): Tensor {
  const zeros = parts.map((part) => part.sub(part).abs().sum().cast("float64"));
  return zeros.reduce((a, b) => a.add(b), constant(0, "float64")).equal(0);
}
