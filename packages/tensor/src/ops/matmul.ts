import { NeuriteError } from "../error";
import type { Primitive } from "../primitive";
import { formatShape, sameShape, sizeOf } from "../shape";
import { type Data, formatType, isFloat, type Type, zeros } from "../value";

interface Sides {
  readonly batch: readonly number[];
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
}

function sidesOf(a: Type, b: Type, transposeA: boolean, transposeB: boolean): Sides {
  if (a.dtype !== b.dtype || !isFloat(a.dtype)) {
    throw new NeuriteError(
      "bad-dtype",
      `matmul: expected two arrays of float32 or of float64, got ${formatType(a)} and ${formatType(b)}. Convert one with cast.`,
    );
  }
  const shapes = `(shapes ${formatShape(a.shape)} and ${formatShape(b.shape)})`;
  const rank = a.shape.length;
  if (rank < 2 || b.shape.length !== rank) {
    throw new NeuriteError(
      "bad-shape",
      `matmul: expected two arrays of equally many axes, 2 or more, got ${rank} and ${b.shape.length} ${shapes}. Reshape one of them.`,
    );
  }
  const batch = a.shape.slice(0, -2);
  if (!sameShape(batch, b.shape.slice(0, -2))) {
    throw new NeuriteError("bad-shape", `matmul: the leading axes should be equal ${shapes}. Broadcast one of them.`);
  }
  const lastTwo = ({ shape }: Type, turned: boolean) => {
    const last = shape.slice(-2);
    return (turned ? last.reverse() : last) as [number, number];
  };
  const [m, k] = lastTwo(a, transposeA);
  const [k2, n] = lastTwo(b, transposeB);
  if (k !== k2) {
    throw new NeuriteError(
      "bad-shape",
      `matmul: the inner sizes should be equal, got ${k} and ${k2} ${shapes}. Transpose one, or check the number of columns.`,
    );
  }
  return { batch, rows: m, inner: k, columns: n };
}

/** Lines of `inner` numbers each, one after the other: the rows of the left factor, the columns of the right one. */
function lines(data: Data, start: number, count: number, inner: number, acrossLines: boolean): Float64Array {
  if (!acrossLines && data instanceof Float64Array) return data.subarray(start, start + count * inner);
  const packed = new Float64Array(count * inner);
  if (!acrossLines) packed.set(data.subarray(start, start + count * inner));
  else {
    for (let k = 0, from = start; k < inner; k++) {
      for (let line = 0; line < count; line++) packed[line * inner + k] = data[from++] as number;
    }
  }
  return packed;
}

/**
 * One product of rows and columns. Tiles of 4 rows and 2 columns keep 8 running sums in registers; each sum runs over the inner
 * axis in order, in float64, so the result does not depend on the tile.
 */
function multiply(out: Data, at: number, a: Float64Array, b: Float64Array, { rows, inner, columns }: Sides): void {
  for (let i = 0; i < rows; i += 4) {
    // rows and columns beyond the last repeat it; their sums are not stored
    const a0 = i * inner;
    const a1 = Math.min(i + 1, rows - 1) * inner;
    const a2 = Math.min(i + 2, rows - 1) * inner;
    const a3 = Math.min(i + 3, rows - 1) * inner;
    const height = Math.min(4, rows - i);
    for (let j = 0; j < columns; j += 2) {
      const b0 = j * inner;
      const b1 = Math.min(j + 1, columns - 1) * inner;
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      let s20 = 0;
      let s21 = 0;
      let s30 = 0;
      let s31 = 0;
      for (let k = 0; k < inner; k++) {
        const left = b[b0 + k] as number;
        const right = b[b1 + k] as number;
        const x0 = a[a0 + k] as number;
        const x1 = a[a1 + k] as number;
        const x2 = a[a2 + k] as number;
        const x3 = a[a3 + k] as number;
        s00 += x0 * left;
        s01 += x0 * right;
        s10 += x1 * left;
        s11 += x1 * right;
        s20 += x2 * left;
        s21 += x2 * right;
        s30 += x3 * left;
        s31 += x3 * right;
      }
      const to = at + i * columns + j;
      const wide = j + 1 < columns;
      out[to] = s00;
      if (wide) out[to + 1] = s01;
      if (height > 1) out[to + columns] = s10;
      if (height > 1 && wide) out[to + columns + 1] = s11;
      if (height > 2) out[to + 2 * columns] = s20;
      if (height > 2 && wide) out[to + 2 * columns + 1] = s21;
      if (height > 3) out[to + 3 * columns] = s30;
      if (height > 3 && wide) out[to + 3 * columns + 1] = s31;
    }
  }
}

/** The matrix product over the last two axes, either factor taken transposed; leading axes are a batch. */
export const matmul: Primitive<"matmul"> = {
  infer: ([a, b], { transposeA, transposeB }) => {
    const { batch, rows, columns } = sidesOf(a, b, transposeA, transposeB);
    return [{ shape: [...batch, rows, columns], dtype: a.dtype }];
  },
  evaluate: ([a, b], { transposeA, transposeB }, [out]) => {
    const sides = sidesOf(a, b, transposeA, transposeB);
    const { rows, inner, columns } = sides;
    const made = zeros(out as Type);
    const { data } = made;
    for (let i = 0; i < sizeOf(sides.batch) && data.length > 0; i++) {
      const left = lines(a.data, i * rows * inner, rows, inner, transposeA);
      const right = lines(b.data, i * inner * columns, columns, inner, !transposeB);
      multiply(data, i * rows * columns, left, right, sides);
    }
    return [made];
  },
  gradient: ({ inputs: [a, b], attributes: { transposeA, transposeB } }, _y, [g], _build, needed) => {
    if (!g) return [undefined, undefined];
    const toA = () =>
      transposeA ? b.matmul(g, { transposeA: transposeB, transposeB: true }) : g.matmul(b, { transposeB: !transposeB });
    const toB = () =>
      transposeB ? g.matmul(a, { transposeA: true, transposeB: transposeA }) : a.matmul(g, { transposeA: !transposeA });
    return [needed[0] ? toA() : undefined, needed[1] ? toB() : undefined];
  },
};
