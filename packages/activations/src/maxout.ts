import { type Activation, numberOption } from "@neurite/plugin";
import { splitLastAxis } from "./split-last-axis";

export interface MaxoutOptions {
  /** How many numbers stand against each other for one that comes out: 2 unless told otherwise. */
  readonly pieces?: number | undefined;
}

/**
 * The largest of a few sums: a convex function made of straight pieces that are learnt.
 *
 * Formula: `f(x)ᵢ = max(x[i · pieces], …, x[i · pieces + pieces - 1])`, so neighbours stand against each other; where some are equal
 * the gradient is shared evenly among them. Shapes: `[..., units · pieces]` gives `[..., units]`.
 * Throws `bad-argument` for pieces that are no whole number above 0, `bad-shape` where they do not divide the last axis.
 * Source: Goodfellow, Warde-Farley, Mirza, Courville and Bengio, "Maxout networks" (2013).
 *
 * @example
 * ```ts
 * import { maxout } from "@neurite/activations";
 *
 * console.log(maxout({ pieces: 3 }).config); // → { pieces: 3 }
 * ```
 */
export function maxout({ pieces = 2 }: MaxoutOptions = {}): Activation {
  numberOption("maxout", "pieces", pieces, "a whole number above 0", (x) => Number.isInteger(x) && x > 0);
  return {
    kind: "maxout",
    config: { pieces },
    apply: (x) => {
      const units = splitLastAxis("maxout", x, pieces);
      return x.reshape([...x.shape.slice(0, -1), units, pieces]).max(-1);
    },
  };
}
