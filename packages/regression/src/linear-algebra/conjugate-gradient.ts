/**
 * Solves H x = right by preconditioned conjugate gradients (Hestenes and Stiefel 1952), for a Hessian too large to write down.
 *
 * Stops when the residual is `tolerance` of the right-hand side, after `limit` steps, or where the curvature is lost; what it has by then is still a
 * direction of descent.
 */
export function conjugateGradient(
  times: (v: Float64Array) => Float64Array,
  precondition: (v: Float64Array) => Float64Array,
  right: Float64Array,
  tolerance: number,
  limit: number,
): Float64Array {
  const x = new Float64Array(right.length);
  const residual = right.slice();
  let z = precondition(residual);
  const direction = z.slice();
  let rz = dot(residual, z);
  const goal = tolerance * Math.sqrt(dot(right, right));
  for (let step = 0; step < limit && Math.sqrt(dot(residual, residual)) > goal; step++) {
    const product = times(direction);
    const curvature = dot(direction, product);
    if (!(curvature > 0)) break;
    const alpha = rz / curvature;
    for (let i = 0; i < x.length; i++) {
      x[i] = (x[i] as number) + alpha * (direction[i] as number);
      residual[i] = (residual[i] as number) - alpha * (product[i] as number);
    }
    z = precondition(residual);
    const next = dot(residual, z);
    const beta = next / rz;
    rz = next;
    for (let i = 0; i < x.length; i++) direction[i] = (z[i] as number) + beta * (direction[i] as number);
  }
  return x;
}

/** Σ aᵢ bᵢ. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
