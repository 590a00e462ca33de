import { formatShape, NeuriteError, type Shape, sameShape, type Tensor } from "@neurite/tensor";

/**
 * The target in the shape and dtype of the prediction, or of a part of it that `what` names.
 *
 * A last axis of size 1 may be missing on either side; nothing else is broadcast, since `[rows]` against `[rows, 1]` would silently
 * compare every row with every other. Throws `bad-data`.
 */
export function matchTarget(kind: string, prediction: Tensor, target: Tensor, what = "the prediction"): Tensor {
  const [p, t] = [prediction.shape, target.shape];
  const fits = sameShape(p, t) || sameShape(withoutLast(p), t) || sameShape(p, withoutLast(t));
  if (p.length === 0 || !fits) {
    throw new NeuriteError(
      "bad-data",
      `${kind}: the targets should have the shape of ${what}, ${describe(p, t)}, got ${describe(t, p)}. Bring one target for each output unit.`,
    );
  }
  return target.cast(prediction.dtype).reshape(p);
}

/** A shape without its last axis where that has the size 1. */
function withoutLast(shape: Shape): Shape {
  return shape.length > 1 && shape.at(-1) === 1 ? shape.slice(0, -1) : shape;
}

/** A shape for a message; the number of rows is only told where it is what differs. */
export function describe(shape: Shape, other: Shape): string {
  const [rows, ...rest] = shape;
  return rows !== undefined && rows === other[0] ? `[${["rows", ...rest].join(", ")}]` : formatShape(shape);
}
