import { formatShape, NeuriteError, type Shape, sameShape, sizeOf, type Value } from "@neurite/tensor";

/** Refuses predictions and targets that do not stand for the same numbers; a last axis of size 1 may be missing. Throws `bad-data`. */
export function checkPairs(kind: string, prediction: Value, target: Value): void {
  const [p, t] = [prediction.shape, target.shape];
  const alike = sameShape(p, t) || sameShape([...p, 1], t) || sameShape(p, [...t, 1]);
  if (p.length > 0 && alike) return;
  throw mismatch(kind, p, t, "the targets' shape should be the prediction's");
}

/** How many rows and columns a value has, one column where it has one axis. Throws `bad-data` for a single number. */
export function rowsAndColumns(kind: string, { shape }: Value): { readonly rows: number; readonly columns: number } {
  const [rows, ...rest] = shape;
  if (rows === undefined) throw mismatch(kind, shape, shape, "the prediction should have a row for each example");
  return { rows, columns: sizeOf(rest) };
}

export function mismatch(kind: string, prediction: Shape, target: Shape, expected: string): NeuriteError {
  return new NeuriteError(
    "bad-data",
    `${kind}: ${expected}, got predictions ${formatShape(prediction)} and targets ${formatShape(target)}. Score the targets of the rows that were predicted.`,
  );
}
