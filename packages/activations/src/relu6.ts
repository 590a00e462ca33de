import type { Activation } from "@neurite/plugin";

/**
 * A relu that stops at 6, which suits numbers of few bits.
 *
 * Formula: `f(x) = min(max(x, 0), 6)`; its gradient at 0 and at 6 is 0. Shapes: any, kept.
 * Source: Krizhevsky, "Convolutional deep belief networks on CIFAR-10" (2010).
 *
 * @example
 * ```ts
 * import { relu6 } from "@neurite/activations";
 *
 * console.log(relu6.kind); // → relu6
 * ```
 */
export const relu6: Activation = { kind: "relu6", apply: (x) => x.maximum(0).minimum(6) };
