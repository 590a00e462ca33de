// The inner loops of Householder QR over row blocks. Four reflections are gathered before they meet the columns after them, two at a time: for
// each number that is read there are three multiplications, where one reflection on one column has one. The product of reflections
// I - V T V' is applied as in Schreiber and Van Loan, A storage-efficient WY representation for products of Householder transformations (1989).

/** A reflection along the vector that has `top` in the triangle and a column of the block below. */
interface Reflection {
  readonly top: number;
  /** 2 over the square of the vector's length; 0 for no reflection. */
  readonly factor: number;
}

const none: Reflection = { top: 0, factor: 0 };

/**
 * Folds `count` rows of a block into the upper triangle `data`, which is column by column as the block is. Both have one column of zeros more than `size`.
 */
export function foldRows(data: Float64Array, size: number, block: Float64Array, height: number, count: number): void {
  for (let j = 0; j < size; j += 4) {
    const end = Math.min(j + 4, size);
    const reflections: Reflection[] = [];
    for (let k = j; k < end; k++) reflections.push(reflectColumn(data, size, block, height, count, k, end));
    if (end < size) reflectRest(data, size, block, height, count, j, reflections);
  }
}

/** Reflects column j of the block into the triangle's row j, and the columns after it up to `end` along. */
function reflectColumn(
  data: Float64Array,
  size: number,
  block: Float64Array,
  height: number,
  count: number,
  j: number,
  end: number,
): Reflection {
  const v = j * height;
  const below = dotOf(block, v, v, count);
  const corner = data[j * size + j] as number;
  // Below this there is nothing but the dust of earlier reflections, and its squares would underflow.
  if (corner * corner + below < 1e-280) return none;
  const norm = Math.sqrt(corner * corner + below);
  const beta = corner > 0 ? -norm : norm;
  const top = corner - beta;
  const factor = 2 / (top * top + below);
  data[j * size + j] = beta;
  for (let k = j + 1; k < end; k++) {
    const a = k * height;
    const r = k * size + j;
    const p = (top * (data[r] as number) + dotOf(block, v, a, count)) * factor;
    data[r] = (data[r] as number) - p * top;
    for (let i = 0; i < count; i++) block[a + i] = (block[a + i] as number) - p * (block[v + i] as number);
  }
  return { top, factor };
}

/** Σ xᵢ yᵢ of two columns of a block, in four sums, of which none waits for another. */
function dotOf(block: Float64Array, x: number, y: number, count: number): number {
  const fours = count - (count % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < fours; i += 4) {
    a += (block[x + i] as number) * (block[y + i] as number);
    b += (block[x + i + 1] as number) * (block[y + i + 1] as number);
    c += (block[x + i + 2] as number) * (block[y + i + 2] as number);
    d += (block[x + i + 3] as number) * (block[y + i + 3] as number);
  }
  for (let i = fours; i < count; i++) a += (block[x + i] as number) * (block[y + i] as number);
  return a + b + (c + d);
}

/** Applies four reflections, along columns j to j + 3, to all columns after them. */
function reflectRest(
  data: Float64Array,
  size: number,
  block: Float64Array,
  height: number,
  count: number,
  j: number,
  reflections: readonly Reflection[],
): void {
  const [r0 = none, r1 = none, r2 = none, r3 = none] = reflections;
  const v0 = j * height;
  const v1 = v0 + height;
  const v2 = v1 + height;
  const v3 = v2 + height;
  // the vectors are at right angles in the triangle's rows, so their products are those of the block
  let [v01, v02, v03, v12, v13, v23] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const a = block[v0 + i] as number;
    const b = block[v1 + i] as number;
    const c = block[v2 + i] as number;
    const d = block[v3 + i] as number;
    v01 += a * b;
    v02 += a * c;
    v03 += a * d;
    v12 += b * c;
    v13 += b * d;
    v23 += c * d;
  }
  for (let k = j + 4; k < size; k += 2) {
    const x = k * height;
    const y = x + height;
    const r = k * size + j;
    const s = r + size;
    let p0 = r0.top * (data[r] as number);
    let p1 = r1.top * (data[r + 1] as number);
    let p2 = r2.top * (data[r + 2] as number);
    let p3 = r3.top * (data[r + 3] as number);
    let q0 = r0.top * (data[s] as number);
    let q1 = r1.top * (data[s + 1] as number);
    let q2 = r2.top * (data[s + 2] as number);
    let q3 = r3.top * (data[s + 3] as number);
    for (let i = 0; i < count; i++) {
      const xi = block[x + i] as number;
      const yi = block[y + i] as number;
      const a = block[v0 + i] as number;
      const b = block[v1 + i] as number;
      const c = block[v2 + i] as number;
      const d = block[v3 + i] as number;
      p0 += a * xi;
      q0 += a * yi;
      p1 += b * xi;
      q1 += b * yi;
      p2 += c * xi;
      q2 += c * yi;
      p3 += d * xi;
      q3 += d * yi;
    }
    p0 *= r0.factor;
    q0 *= r0.factor;
    p1 = (p1 - v01 * p0) * r1.factor;
    q1 = (q1 - v01 * q0) * r1.factor;
    p2 = (p2 - v02 * p0 - v12 * p1) * r2.factor;
    q2 = (q2 - v02 * q0 - v12 * q1) * r2.factor;
    p3 = (p3 - v03 * p0 - v13 * p1 - v23 * p2) * r3.factor;
    q3 = (q3 - v03 * q0 - v13 * q1 - v23 * q2) * r3.factor;
    data[r] = (data[r] as number) - p0 * r0.top;
    data[r + 1] = (data[r + 1] as number) - p1 * r1.top;
    data[r + 2] = (data[r + 2] as number) - p2 * r2.top;
    data[r + 3] = (data[r + 3] as number) - p3 * r3.top;
    data[s] = (data[s] as number) - q0 * r0.top;
    data[s + 1] = (data[s + 1] as number) - q1 * r1.top;
    data[s + 2] = (data[s + 2] as number) - q2 * r2.top;
    data[s + 3] = (data[s + 3] as number) - q3 * r3.top;
    for (let i = 0; i < count; i++) {
      const a = block[v0 + i] as number;
      const b = block[v1 + i] as number;
      const c = block[v2 + i] as number;
      const d = block[v3 + i] as number;
      block[x + i] = (block[x + i] as number) - (p0 * a + p1 * b + (p2 * c + p3 * d));
      block[y + i] = (block[y + i] as number) - (q0 * a + q1 * b + (q2 * c + q3 * d));
    }
  }
}
