import type { Activation } from "@neurite/plugin";
import { powerSeries } from "./power-series";

/** The series of (x cosh x - sinh x) / x³ in x²: 2k / (2k + 1)! for k from 1, as denominators, which reaches 2^-60 for |x| below 1. */
const denominators = [
  3, 30, 840, 45_360, 3_991_680, 518_918_400, 93_405_312_000, 22_230_464_256_000, 6_758_061_133_824_000,
];

/**
 * What tanh leaves of x: almost nothing near 0, x less 1 far out.
 *
 * Formula: `f(x) = x - tanh(x)`; where |x| is below 1, the series of `(x cosh x - sinh x) / cosh x`, since the difference would lose its
 * digits. Shapes: any, kept.
 *
 * @example
 * ```ts
 * import { tanhShrink } from "@neurite/activations";
 *
 * console.log(tanhShrink.kind); // → tanhShrink
 * ```
 */
export const tanhShrink: Activation = {
  kind: "tanhShrink",
  apply: (x) => {
    const near = x.abs().less(1);
    const inner = near.where(x, 0);
    const square = inner.mul(inner);
    const t = inner.tanh();
    const perCosh = t.mul(t).neg().add(1).sqrt(); // 1 / cosh x
    return near.where(powerSeries(square, denominators).mul(square).mul(inner).mul(perCosh), x.sub(x.tanh()));
  },
};
