import type { ScaledColumn } from "../columns/scaled-column";
import { type PivotedQR, pivotedQR } from "../linear-algebra/pivoted-qr";
import { triangleOf } from "../linear-algebra/triangle";

/** The pivoted QR of weighted columns, with a target turned along. */
export function weightedTriangle(
  columns: readonly ScaledColumn[],
  target: Float64Array,
  weights: Float64Array | undefined,
): PivotedQR {
  const { data, size } = triangleOf([...columns, { values: target, shift: 0, scale: 1, exponent: 0 }], weights);
  const column = (j: number) => data.slice(j * size, (j + 1) * size);
  return pivotedQR(
    columns.map((_, j) => column(j)),
    column(columns.length),
  );
}
