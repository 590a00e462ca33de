import type { Tensor } from "@neurite/tensor";

/** How a matrix is made orthogonal. */
export interface Orthogonalization {
  /** How many steps of Newton and Schulz are made. */
  readonly iterations: number;
  /** What the length of the matrix is taken for where it is shorter. */
  readonly epsilon: number;
}

// of the quintic `a x + b x³ + c x⁵` that lifts small singular values fastest and keeps all of them near 1
const [a, b, c] = [3.4445, -4.775, 2.0315];

/**
 * About the nearest matrix whose rows or columns are orthonormal: U Vᵀ of the singular value decomposition U S Vᵀ, up to singular values
 * between about 0.7 and 1.2.
 *
 * Formula: `X ← X / max(‖X‖, epsilon)`, then some times `X ← a X + (b A + c A²) X` with `A = X Xᵀ`; of a matrix with more rows than columns
 * `A = Xᵀ X` from the right, which is the same for its transpose, and smaller.
 */
export function orthogonalized(matrix: Tensor, { iterations, epsilon }: Orthogonalization): Tensor {
  const [rows = 1, columns = 1] = matrix.shape;
  const tall = rows > columns;
  let x = matrix.div(matrix.mul(matrix).sum().sqrt().maximum(epsilon));
  for (let i = 0; i < iterations; i++) {
    const products = tall ? x.matmul(x, { transposeA: true }) : x.matmul(x, { transposeB: true });
    const polynomial = products.mul(b).add(products.matmul(products).mul(c));
    x = x.mul(a).add(tall ? x.matmul(polynomial) : polynomial.matmul(x));
  }
  return x;
}
