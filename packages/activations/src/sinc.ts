import type { Activation } from "@neurite/plugin";
import { finite } from "./finite";
import { powerSeries } from "./power-series";

/** The series of sin(x) / x in x²: (-1)ᵏ / (2k + 1)!, as denominators, far enough for the second derivative at |x| below 1. */
const denominators = [
  1, -6, 120, -5040, 362_880, -39_916_800, 6_227_020_800, -1_307_674_368_000, 355_687_428_096_000,
  -121_645_100_408_832_000,
];

/**
 * The cardinal sine: 1 at 0, with waves that die away.
 *
 * Formula: `f(x) = sin(x) / x`, 1 at 0; where |x| is below 1 its series, whose derivatives have no division by x. Shapes: any, kept.
 * Source: Woodward and Davies, "Information theory and inverse probability in telecommunication" (1952).
 *
 * @example
 * ```ts
 * import { sinc } from "@neurite/activations";
 *
 * console.log(sinc.kind); // → sinc
 * ```
 */
export const sinc: Activation = {
  kind: "sinc",
  apply: (x) => {
    const near = x.abs().less(1);
    const inner = near.where(x, 0);
    const outer = near.where(1, x);
    // the sine of Infinity is NaN, that of the largest number over Infinity is 0
    return near.where(powerSeries(inner.mul(inner), denominators), finite(outer).sin().div(outer));
  },
};
