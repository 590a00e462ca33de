import type { Activation } from "@neurite/plugin";
import { hardSigmoidOf } from "./hard-sigmoid-of";

/**
 * A sigmoid of three straight lines.
 *
 * Formula: `f(x) = min(max(x / 6 + ½, 0), 1)`; its gradient at -3 and 3 is 0. Shapes: any, kept. Older definitions have another slope.
 * Source: Courbariaux, Bengio and David, "BinaryConnect" (2015), for the idea; Howard and others, "Searching for MobileNetV3" (2019), for the slope.
 *
 * @example
 * ```ts
 * import { hardSigmoid } from "@neurite/activations";
 *
 * console.log(hardSigmoid.kind); // → hardSigmoid
 * ```
 */
export const hardSigmoid: Activation = { kind: "hardSigmoid", apply: hardSigmoidOf };
