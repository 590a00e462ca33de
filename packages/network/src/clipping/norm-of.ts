import { constant, type Tensor } from "@neurite/tensor";

/** √Σ g² over all numbers of all parts, in float64, where the squares of float32 numbers neither overflow nor vanish. */
export function normOf(parts: readonly Tensor[]): Tensor {
  const squares = parts.map((part) => {
    const wide = part.cast("float64");
    return wide.mul(wide).sum();
  });
  return squares.reduce((a, b) => a.add(b), constant(0, "float64")).sqrt();
}

/** The part shortened so that a norm is at most `limit`; shorter ones stay as they are. */
export function shorten(part: Tensor, norm: Tensor, limit: number): Tensor {
  const factor = constant(limit, "float64").div(norm.add(1e-6)).minimum(1);
  return part.mul(factor.cast(part.dtype));
}
