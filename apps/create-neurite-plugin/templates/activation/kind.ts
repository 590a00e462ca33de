import { type Activation, numberOption } from "@neurite/plugin";

export interface __options__ {
  /** How sharp the bend at 0 is: 1 unless told otherwise. */
  readonly sharpness?: number | undefined;
}

/**
 * Swish: x where it is large, nearly 0 where it is far below 0, and smooth between the two.
 *
 * Formula: `x · sigmoid(sharpness · x)`. Shapes: any, kept. Throws `bad-argument` for a sharpness that is not above 0.
 * Source: Ramachandran, Zoph and Le, "Searching for activation functions" (2017).
 */
export function __identifier__({ sharpness = 1 }: __options__ = {}): Activation {
  numberOption("__prefix__/__identifier__", "sharpness", sharpness, "a number above 0", (x) => x > 0);
  return {
    kind: "__prefix__/__identifier__",
    config: { sharpness },
    apply: (x) => x.mul(x.mul(sharpness).sigmoid()),
  };
}
