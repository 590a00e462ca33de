import { NeuriteError } from "../error";
import type { Primitive } from "../primitive";
import { formatShape, sameShape, sizeOf } from "../shape";
import { allocate, type Data, formatType, isFloat, type Type } from "../value";

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
  const [m = 0, k = 0] = transposeA ? a.shape.slice(-2).reverse() : a.shape.slice(-2);
  const [k2 = 0, n = 0] = transposeB ? b.shape.slice(-2).reverse() : b.shape.slice(-2);
  if (k !== k2) {
    throw new NeuriteError(
      "bad-shape",
      `matmul: the inner sizes should be equal, got ${k} and ${k2} ${shapes}. Transpose one, or check the number of columns.`,
    );
  }
  return { batch, rows: m, inner: k, columns: n };
}

/** Where the elements of a factor lie: its start, the step to the next row and to the next column. */
interface Factor {
  readonly data: Data;
  readonly start: number;
  readonly row: number;
  readonly column: number;
}

/**
 * One product. Tiles of 4 rows and 2 columns keep 8 running sums in registers; each sum runs over the inner axis in
 * order, in float64, so the result does not depend on the tile.
 */
function multiply(out: Data, at: number, a: Factor, b: Factor, sides: Sides): void {
  const { rows, inner, columns } = sides;
  const { data: A, row: ar, column: ac } = a;
  const { data: B, row: br, column: bc } = b;
  const put = (row: number, column: number, sum: number) => {
    if (row < rows && column < columns) out[at + row * columns + column] = sum;
  };
  for (let i = 0; i < rows; i += 4) {
    // rows beyond the last repeat it; their sums are not stored
    const a0 = a.start + i * ar;
    const a1 = a.start + Math.min(i + 1, rows - 1) * ar;
    const a2 = a.start + Math.min(i + 2, rows - 1) * ar;
    const a3 = a.start + Math.min(i + 3, rows - 1) * ar;
    for (let j = 0; j < columns; j += 2) {
      const b0 = b.start + j * bc;
      const b1 = b.start + Math.min(j + 1, columns - 1) * bc;
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      let s20 = 0;
      let s21 = 0;
      let s30 = 0;
      let s31 = 0;
      for (let k = 0; k < inner; k++) {
        const left = B[b0 + k * br] as number;
        const right = B[b1 + k * br] as number;
        const x0 = A[a0 + k * ac] as number;
        const x1 = A[a1 + k * ac] as number;
        const x2 = A[a2 + k * ac] as number;
        const x3 = A[a3 + k * ac] as number;
        s00 += x0 * left;
        s01 += x0 * right;
        s10 += x1 * left;
        s11 += x1 * right;
        s20 += x2 * left;
        s21 += x2 * right;
        s30 += x3 * left;
        s31 += x3 * right;
      }
      put(i, j, s00);
      put(i, j + 1, s01);
      put(i + 1, j, s10);
      put(i + 1, j + 1, s11);
      put(i + 2, j, s20);
      put(i + 2, j + 1, s21);
      put(i + 3, j, s30);
      put(i + 3, j + 1, s31);
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
    const data = allocate(a.dtype, sizeOf(sides.batch) * rows * columns);
    for (let i = 0; i < sizeOf(sides.batch); i++) {
      const left = { data: a.data, start: i * rows * inner };
      const right = { data: b.data, start: i * inner * columns };
      multiply(
        data,
        i * rows * columns,
        { ...left, row: transposeA ? 1 : inner, column: transposeA ? rows : 1 },
        { ...right, row: transposeB ? 1 : columns, column: transposeB ? inner : 1 },
        sides,
      );
    }
    return [{ shape: out?.shape ?? [], dtype: a.dtype, data }];
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
