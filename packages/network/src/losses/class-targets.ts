import { NeuriteError, oneHot, sameShape, type Tensor } from "@neurite/tensor";
import { checkTargetValues } from "./check-target-values";
import { describe } from "./match-target";

/** The share of each class in each row's target. */
export interface ClassTargets {
  /** In the shape and dtype of the prediction. */
  readonly shares: Tensor;
  /** Whether the targets were indices, each of which gives one share of 1. */
  readonly indices: boolean;
}

/** Reads one-hot targets, probabilities or int32 indices for a prediction `[rows, ..., classes]`. Throws `bad-data`. */
export function classTargets(kind: string, prediction: Tensor, target: Tensor): ClassTargets {
  const [p, t] = [prediction.shape, target.shape];
  const classes = p.at(-1) ?? 0;
  if (p.length < 2 || classes < 2) {
    throw new NeuriteError(
      "bad-data",
      `${kind}: the prediction should be [rows, classes] with 2 classes or more, got ${describe(p, p)}. Use a binary loss for a single probability.`,
    );
  }
  if (sameShape(p, t)) {
    const share = (n: number) => n >= 0 && n <= 1;
    checkTargetValues(kind, target, share, "one-hot or probabilities from 0 to 1", "Scale each row to sum to 1.");
    return { shares: target.cast(prediction.dtype), indices: false };
  }
  const places = p.slice(0, -1);
  const fits = sameShape(t, places) || sameShape(t, [...places, 1]);
  if (!fits || target.dtype !== "int32") {
    const received = fits ? `${target.dtype} ${describe(t, p)}` : describe(t, p);
    const remedy = fits
      ? 'Make the indices int32: value([0, 2, 1], { dtype: "int32" }).'
      : "Bring one target for each row.";
    throw new NeuriteError(
      "bad-data",
      `${kind}: the targets should be one-hot, ${describe(p, t)}, or the classes' indices as int32 ${describe(places, t)}, got ${received}. ${remedy}`,
    );
  }
  checkIndices(kind, target, classes);
  return { shares: oneHot(target.reshape(places), classes, prediction.dtype), indices: true };
}

/** Refuses an index outside the classes where the indices are known. */
function checkIndices(kind: string, target: Tensor, classes: number): void {
  const { node } = target;
  if (node.op !== "constant") return;
  const { data } = node.attributes.value;
  const at = data.findIndex((index: number) => index < 0 || index >= classes);
  if (at < 0) return;
  throw new NeuriteError(
    "bad-data",
    `${kind}: the classes' indices should be from 0 to ${classes - 1}, got ${data[at]} at index ${at}. Give the last layer as many units as there are classes.`,
  );
}
