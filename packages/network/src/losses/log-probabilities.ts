import { NeuriteError, type Tensor } from "@neurite/tensor";
import { logProbability, refuseActivated, refuseLinear } from "./probability";

/**
 * The logarithms of the probabilities of classes that exclude each other, along the last axis.
 *
 * They come from what went into a softmax where the prediction is that (told so), or where it comes straight from one and nobody forbids
 * to look. Throws `bad-argument` for predictions that cannot be such probabilities.
 */
export function logProbabilities(
  kind: string,
  prediction: Tensor,
  fromLogits: boolean | undefined,
  otherwise?: string,
): Tensor {
  const { node } = prediction;
  if (fromLogits) {
    refuseActivated(kind, prediction, "softmax");
    return prediction.logSoftmax();
  }
  if (fromLogits === undefined) {
    const last = prediction.shape.length - 1;
    if (node.op === "softmax" && node.attributes.axis === last) return node.inputs[0].logSoftmax();
    if (node.op === "logSoftmax" && node.attributes.axis === last) return prediction;
    refuseLinear(kind, prediction, "softmax", otherwise);
    refuseSigmoid(kind, prediction);
  }
  return logProbability(prediction);
}

/** Sigmoids do not sum to 1, so that the loss would be least where all of them are 1. */
function refuseSigmoid(kind: string, prediction: Tensor): void {
  if (prediction.node.op !== "sigmoid") return;
  throw new NeuriteError(
    "bad-argument",
    `${kind}: the probabilities of a row should sum to 1, got those of a sigmoid. Give the last layer the activation softmax, or use a binary loss for labels that do not exclude each other.`,
  );
}
