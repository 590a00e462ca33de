import { type Operand, or, type Tensor } from "@neurite/tensor";

/** x ≤ n. It does not hold for NaN, so that `atMost(x, n).where(0, x)` does not hide one. */
export function atMost(x: Tensor, n: Operand): Tensor {
  return or(x.less(n), x.equal(n));
}
