import type { Activation } from "@neurite/plugin";
import { hardSigmoidOf } from "./hard-sigmoid-of";

/**
 * Silu made of straight lines and a parabola, without an exponential; also called hard swish.
 *
 * Formula: `f(x) = x · min(max(x / 6 + ½, 0), 1)`; its gradient is 0 at -3 and 1 at 3, where the derivative jumps. Shapes: any, kept.
 * Source: Howard and others, "Searching for MobileNetV3" (2019).
 *
 * @example
 * ```ts
 * import { hardSilu } from "@neurite/activations";
 *
 * console.log(hardSilu.kind); // → hardSilu
 * ```
 */
export const hardSilu: Activation = {
  kind: "hardSilu",
  // below -3 the gate is 0, so the bound changes nothing but -Infinity · 0
  apply: (x) => x.maximum(-3).mul(hardSigmoidOf(x)),
};
