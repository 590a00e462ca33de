import { formatShape, NeuriteError, type Tensor } from "@neurite/tensor";

/** The size of the last axis of `[rows, ..., features]`; the first axis holds the rows and is never read. */
export function featureAxis(kind: string, x: Tensor): number {
  const features = x.shape.at(-1);
  if (features === undefined || x.shape.length < 2) {
    throw new NeuriteError(
      "bad-shape",
      `${kind}: the input should be [rows, ..., features], got ${formatShape(x.shape)}. Reshape it to [rows, 1] if each row is one number.`,
    );
  }
  return features;
}
