const maxSweeps = 60;
/** Where two columns' cosine is below this, they are at right angles but for rounding. */
const settled = 1e-15;

/**
 * The singular values of a small matrix given by its columns, in no order, by one-sided Jacobi rotations.
 *
 * Columns are turned against each other until all are at right angles; their lengths are then the singular values. The small ones keep their
 * digits however different the columns' units are. Source: Demmel and Veselić, Jacobi's method is more accurate than QR (1992).
 */
export function singularValues(columns: readonly Float64Array[]): number[] {
  const work = columns.map((column) => column.slice());
  for (let sweep = 0; sweep < maxSweeps; sweep++) {
    let turned = false;
    for (let j = 1; j < work.length; j++) {
      for (let i = 0; i < j; i++) turned = rightAngle(work[i] as Float64Array, work[j] as Float64Array) || turned;
    }
    if (!turned) break;
  }
  return work.map((column) => Math.sqrt(dot(column, column)));
}

/** Turns two columns in their plane until they are at right angles; whether they were not so before. */
function rightAngle(a: Float64Array, b: Float64Array): boolean {
  const aa = dot(a, a);
  const bb = dot(b, b);
  const ab = dot(a, b);
  if (Math.abs(ab) <= settled * Math.sqrt(aa) * Math.sqrt(bb)) return false;
  const zeta = (bb - aa) / (2 * ab);
  const size = Math.abs(zeta);
  // beyond 1e8 the root is the number itself, and its square might overflow
  const tangent = (zeta < 0 ? -1 : 1) / (size + (size > 1e8 ? size : Math.sqrt(1 + size * size)));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = cosine * tangent;
  for (let row = 0; row < a.length; row++) {
    const x = a[row] as number;
    const y = b[row] as number;
    a[row] = cosine * x - sine * y;
    b[row] = sine * x + cosine * y;
  }
  return true;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
