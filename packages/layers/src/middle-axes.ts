import { formatShape, NeuriteError, type Tensor } from "@neurite/tensor";

/** The axes between the rows and the channels of `[rows, ..., channels]`, of which there has to be one. */
export function middleAxes(kind: string, x: Tensor): readonly number[] {
  if (x.shape.length < 3) {
    throw new NeuriteError(
      "bad-shape",
      `${kind}: the input should be [rows, ..., channels] with an axis in between, got ${formatShape(x.shape)}. Put it behind a layer that keeps the steps.`,
    );
  }
  return x.shape.slice(1, -1).map((_, axis) => axis + 1);
}
