import { gated } from "./gated";
import type { Tensor } from "./tensor";

/** x · sigmoid(x) with its limits, if these factors are a tensor and its own sigmoid, whichever comes first. */
export function timesOwnSigmoid(a: Tensor, b: Tensor): Tensor | undefined {
  const x = isSigmoidOf(b, a) ? a : isSigmoidOf(a, b) ? b : undefined;
  // sigmoid is 0 below -745 even in float64, and 1 above 40
  return x && gated(x, (inner) => inner.sigmoid(), { closed: -1000, open: 1000 });
}

function isSigmoidOf({ node }: Tensor, x: Tensor): boolean {
  if (node.op !== "sigmoid") return false;
  const [inner] = node.inputs;
  return inner.node === x.node && inner.output === x.output;
}
