import type { Tensor } from "@neurite/tensor";

/** What went into the exponential that a prediction comes from, in the prediction's shape. */
function exponentOf(prediction: Tensor): Tensor | undefined {
  const { node } = prediction;
  if (node.op === "exp") return node.inputs[0];
  if (node.op === "reshape") return exponentOf(node.inputs[0])?.reshape(prediction.shape);
  return undefined;
}

/** The logarithms of a prediction, where it is they (told so), or comes from an exponential and nobody forbids to look. */
export function logarithmsOf(prediction: Tensor, fromLogarithms: boolean | undefined): Tensor | undefined {
  return fromLogarithms ? prediction : fromLogarithms === undefined ? exponentOf(prediction) : undefined;
}
