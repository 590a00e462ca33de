import type { Activation } from "@neurite/plugin";
import { splitLastAxis } from "./split-last-axis";

/**
 * The gated linear unit: one half of the numbers decides how much of the other half passes.
 *
 * Formula: `f([a, b]) = a · sigmoid(b)`, a being the first half of the last axis. Shapes: `[..., 2 · units]` gives `[..., units]`.
 * Throws `bad-shape` where the last axis has an odd size.
 * Source: Dauphin, Fan, Auli and Grangier, "Language modeling with gated convolutional networks" (2017).
 *
 * @example
 * ```ts
 * import { glu } from "@neurite/activations";
 *
 * console.log(glu.kind); // → glu
 * ```
 */
export const glu: Activation = {
  kind: "glu",
  apply: (x) => {
    const halves = splitLastAxis("glu", x, 2);
    const start = (last: number) => [...x.shape.slice(0, -1).map(() => 0), last];
    const half = [...x.shape.slice(0, -1), halves];
    return x.slice(start(0), half).mul(x.slice(start(halves), half).sigmoid());
  },
};
