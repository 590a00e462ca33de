import type { Tensor } from "./tensor";

/** Where sigmoid has become 0 and 1 to the last bit of float64: it is below -745 and from 40 on. */
const bound = 1000;

/**
 * x · sigmoid(x) with its limits, if these factors are a tensor and its own sigmoid, whichever comes first.
 *
 * The sigmoid stays the one that was given, so that gradients by it are right. It is multiplied by x within the bounds, and x itself stands above
 * them: that changes nothing but what would be NaN, -Infinity · 0, and in the gradient Infinity times a slope of 0.
 */
export function timesOwnSigmoid(a: Tensor, b: Tensor): Tensor | undefined {
  if (isSigmoidOf(b, a)) return gated(a, b);
  return isSigmoidOf(a, b) ? gated(b, a) : undefined;
}

function gated(x: Tensor, sigmoid: Tensor): Tensor {
  return x.less(bound).where(x.maximum(-bound).minimum(bound).mul(sigmoid), x);
}

function isSigmoidOf({ node }: Tensor, x: Tensor): boolean {
  if (node.op !== "sigmoid") return false;
  const [inner] = node.inputs;
  return inner.node === x.node && inner.output === x.output;
}
