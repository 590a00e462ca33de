import { NeuriteError, type Tensor } from "@neurite/tensor";

/**
 * Refuses a target that the loss is not defined for, where the targets are known.
 *
 * They are before a training: the losses are shown all of them as constants, so that one is refused with its row rather than met as NaN.
 * In the training itself they are symbols, and nothing is looked at. Throws `bad-data`.
 */
export function checkTargetValues(
  kind: string,
  { node, shape }: Tensor,
  holds: (target: number) => boolean,
  expected: string,
  remedy: string,
): void {
  if (node.op !== "constant") return;
  const { data } = node.attributes.value;
  const at = data.findIndex((n: number) => !holds(n));
  if (at < 0) return;
  const row = Math.floor(at / (data.length / (shape[0] ?? 1)));
  throw new NeuriteError(
    "bad-data",
    `${kind}: the targets should be ${expected}, got ${data[at]} in row ${row}. ${remedy}`,
  );
}
