import { NeuriteError, type Tensor } from "@neurite/tensor";
import { describe } from "./match-target";

/**
 * A prediction of two numbers for each target, cut in the middle of its last axis: `[rows, ..., 2n]` gives twice `[rows, ..., n]`.
 *
 * `parts` names them for the message. Throws `bad-data`.
 */
export function halves(kind: string, prediction: Tensor, parts: string): readonly [Tensor, Tensor] {
  const { shape } = prediction;
  const width = shape.at(-1) ?? 0;
  if (shape.length < 2 || width === 0 || width % 2 !== 0) {
    throw new NeuriteError(
      "bad-data",
      `${kind}: the last axis of the prediction should hold ${parts}, an even number of columns, got ${describe(shape, shape)}. Give the last layer two units for each target.`,
    );
  }
  const half = [...shape.slice(0, -1), width / 2];
  const start = shape.map(() => 0);
  return [prediction.slice(start, half), prediction.slice([...start.slice(0, -1), width / 2], half)];
}
