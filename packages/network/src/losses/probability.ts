import { NeuriteError, type Tensor } from "@neurite/tensor";

/**
 * The logarithm of probabilities as they stand, which count as at least ε: 2⁻²³ in float32, 2⁻⁵² in float64, so that no row costs more
 * than 16 or 36 nats. Above 1 they count as 1.
 *
 * The bound is not seen by the gradient: a row that is wrong with certainty would teach nothing otherwise.
 */
export function logProbability(p: Tensor): Tensor {
  const least = p.dtype === "float32" ? 1 / 0x800000 : Number.EPSILON;
  const bounded = p.maximum(least).minimum(1);
  return p.add(bounded.sub(p).stopGradient()).log();
}

/**
 * Refuses the output of a layer without an activation where probabilities are needed: its numbers are not bounded, and clipping them
 * would train towards nothing without a word.
 */
export function refuseLinear(
  kind: string,
  prediction: Tensor,
  activation: string,
  otherwise = "or pass { fromLogits: true }",
): void {
  const { node } = prediction;
  if (node.op !== "add" || !node.inputs.some((x) => x.node.op === "matmul")) return;
  throw new NeuriteError(
    "bad-argument",
    `${kind}: the prediction should be probabilities, got the sums of a layer without an activation. Give the last layer the activation ${activation}, ${otherwise}.`,
  );
}

/** Refuses `fromLogits: true` on what is probabilities already. */
export function refuseActivated(kind: string, prediction: Tensor, activation: "sigmoid" | "softmax"): void {
  if (prediction.node.op !== activation) return;
  throw new NeuriteError(
    "bad-argument",
    `${kind}: "fromLogits" is true, but the last layer has the activation ${activation} already. Leave one of the two out.`,
  );
}
