import type { Formulas, Vector } from "./formulas";

/**
 * 2t / (1 + t²) for t = x · (1 + x² P(x²)) / Q(x²), written as 2NQ / (Q² + N²), with x held between ±`end`.
 *
 * An odd function that goes to ±1 is best computed so: where it is near 1 the errors of t hardly count, and small polynomials do. Their
 * coefficients are own minimax fits of t, weighted by what its error does to the result, and then moved by last places until the largest
 * error among many numbers was least.
 */
export function halfAngle(f: Formulas, end: number, above: readonly number[], below: readonly number[]): Vector {
  const x = f.hold(f.pmax(f.pmin(f.operand(), end), -end));
  const square = f.hold(f.mul(x, x));
  const n = f.hold(f.add(f.mul(f.mul(square, f.horner(square, above)), x), x));
  const q = f.hold(f.horner(square, below));
  const product = f.hold(f.mul(n, q));
  return f.div(f.add(product, product), f.add(f.mul(q, q), f.mul(n, n)));
}
