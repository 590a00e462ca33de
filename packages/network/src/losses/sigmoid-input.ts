import type { Tensor } from "@neurite/tensor";

/** What went into the sigmoid that a prediction comes from, in the prediction's shape. */
export function sigmoidInput(prediction: Tensor): Tensor | undefined {
  const { node } = prediction;
  if (node.op === "sigmoid") return node.inputs[0];
  if (node.op === "reshape") return sigmoidInput(node.inputs[0])?.reshape(prediction.shape);
  return undefined;
}
