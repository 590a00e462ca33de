import { numberOption } from "@neurite/plugin";
import { axesOf, type Tensor } from "@neurite/tensor";

/** Vectors divided by their largest size, so that no square overflows or vanishes. */
export interface Scaled {
  /** The largest size in each vector, its axis kept; 1 for a vector of zeros. */
  readonly largest: Tensor;
  readonly vectors: Tensor;
  /** The squared length of each, at least 1 but for zeros. */
  readonly squares: Tensor;
}

/** Reads the vectors along an axis. Throws `bad-shape` where there is no such axis. */
export function scaledAlong(kind: string, parameter: Tensor, axis: number): Scaled {
  const axes = axesOf(axis, parameter.shape.length, kind);
  const sizes = parameter.abs().max(axes, { keep: true });
  const largest = sizes.equal(0).where(1, sizes);
  const vectors = parameter.div(largest);
  return { largest, vectors, squares: vectors.mul(vectors).sum(axes, { keep: true }) };
}

/** Refuses an axis that is not a whole number; whether a parameter has it is seen when the constraint is applied. */
export function axisOption(kind: string, axis: number): void {
  numberOption(kind, "axis", axis, "a whole number", Number.isSafeInteger);
}
