// From scaled columns to those that are independent and their R: by reflections, or with a backend by products of columns where they are as good.
import type { Backend } from "@neurite/tensor";
import type { ScaledColumn } from "../columns/scaled-column";
import { conditionNumber } from "../linear-algebra/condition-number";
import { doubleRows } from "../linear-algebra/double-rows";
import { gramOf } from "../linear-algebra/gram";
import { type Independence, independentColumns } from "../linear-algebra/independent-columns";
import { preciseCholesky } from "../linear-algebra/precise-cholesky";
import type { PreciseTriangle } from "../linear-algebra/precise-triangle";
import { type Triangle, triangleOf } from "../linear-algebra/triangle";

/** Columns with a target, taken apart. */
export interface Decomposition {
  readonly found: Independence;
  /** Of the kept columns. */
  readonly condition: number;
  readonly factor?: GramFactor;
}

/** R of the kept columns and the target, from their products. */
export interface GramFactor {
  readonly triangle: PreciseTriangle;
  /** What rounding may have taken of a product, as a part of its columns' lengths. */
  readonly rounding: number;
}

/** So many multiplications plain code does in 10 ms; a program takes as long to be made. */
const worthProgram = 2 ** 24;

/** Takes columns and a target apart; `offsets` as in `independentColumns`. */
export function decompose(
  design: readonly ScaledColumn[],
  target: ScaledColumn,
  weights: Float64Array | undefined,
  offsets: readonly number[],
  backend: Backend | undefined,
): Decomposition {
  const all = [...design, target];
  const work = target.values.length * all.length ** 2;
  const byProducts =
    backend === undefined || work < worthProgram ? undefined : decomposeByProducts(all, weights, offsets, backend);
  return byProducts ?? judged(triangleOf(all, weights), design.length, offsets);
}

/**
 * The same from X'X. Undefined where the products tell less than reflections would: rounding of part ε of them shows in R as ε κ², where reflections
 * leave 2⁻⁵² κ.
 */
export function decomposeByProducts(
  all: readonly ScaledColumn[],
  weights: Float64Array | undefined,
  offsets: readonly number[],
  backend: Backend,
): Decomposition | undefined {
  const count = all.length - 1;
  const { products, rounding } = gramOf(all, weights, backend);
  const triangle = preciseCholesky(products, count);
  if (triangle === undefined) return undefined;
  const { found, condition } = judged({ size: all.length, data: triangle.data.high }, count, offsets);
  const nothingButZeros = found.dropped.every(({ index }) => products.data.high[index * (all.length + 1)] === 0);
  if (!nothingButZeros || condition * rounding > 2 ** -52) return undefined;
  return { found, condition, factor: { triangle: part(triangle, [...found.kept, count]), rounding } };
}

function judged(triangle: Triangle, count: number, offsets: readonly number[]) {
  const found = independentColumns(triangle, count, offsets);
  return { found, condition: conditionNumber(found.triangle) };
}

/** R without columns of zeros and their rows. */
function part({ size, data }: PreciseTriangle, kept: readonly number[]): PreciseTriangle {
  const rest = { size: kept.length, data: doubleRows(kept.length ** 2) };
  for (const [to, j] of kept.entries()) {
    for (const [row, i] of kept.entries()) {
      rest.data.high[to * rest.size + row] = data.high[j * size + i] as number;
      rest.data.low[to * rest.size + row] = data.low[j * size + i] as number;
    }
  }
  return rest;
}
