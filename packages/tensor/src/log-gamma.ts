import { greater } from "./compose";
import { number, type Tensor } from "./tensor";

/** Where Stirling's series takes over: from here on eight of its terms reach the last bit of float64. */
const far = 8.5;
/** ½ log 2π */
const halfLogOfTurn = 0.9189385332046728;

/** The coefficients of t, t², … in log Γ(2 + t): 1 - γ, then (-1)ᵏ (ζ(k) - 1) / k. Thirty suffice for |t| ≤ ½ and two derivatives. */
const aroundTwo = [
  0.42278433509846713, 0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986,
  0.0028905103307415234, -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5,
  -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6, 4.374866789907488e-6, -2.039215753801366e-6,
  9.55141213040742e-7, -4.492469198764566e-7, 2.1207184805554665e-7, -1.0043224823968099e-7, 4.7698101693639804e-8,
  -2.2711094608943164e-8, 1.0838659214896955e-8, -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9,
  5.731367241678862e-10, -2.7595228851242334e-10, 1.330476437424449e-10, -6.4229645638381e-11, 3.1044247747322276e-11,
];

/** B₂ₖ / (2k (2k - 1)) with the Bernoulli numbers, the coefficients of x⁻¹, x⁻³, … in Stirling's series. */
const stirling = [
  0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953, 0.0008417508417508417,
  -0.0019175269175269176, 0.00641025641025641, -0.029550653594771242,
];

/**
 * The logarithm of the gamma function, for x above 0: log (n - 1)! for whole numbers n, smooth in between.
 *
 * Formula: from 8.5 on `(x - ½) log x - x + ½ log 2π + 1/12x - 1/360x³ + …`; below, x is moved next to 2 by `Γ(x + 1) = x · Γ(x)`, where
 * the Taylor series converges quickly; so 1 and 2 give 0, and numbers next to them keep their digits. Its gradient is the digamma
 * function, the gradient of that trigamma. Shapes: any, kept; float32 or float64. 0 gives Infinity, numbers below 0 give NaN.
 * Throws `bad-dtype` for whole numbers and bools. Source: Abramowitz and Stegun, "Handbook of Mathematical Functions", 6.1.33 and 6.1.41.
 *
 * @example
 * ```ts
 * import { constant, evaluate, logGamma } from "@neurite/tensor";
 *
 * const [logs] = evaluate([logGamma(constant([1, 2, 5], "float64"))]);
 * console.log([...logs.data].map((log) => Math.exp(log).toFixed(12))); // → [ '1.000000000000', '1.000000000000', '24.000000000000' ]
 * ```
 */
export function logGamma(x: Tensor): Tensor {
  const close = x.less(far);
  // each branch is given a number that it can take where the other one is chosen, so that no NaN flows back
  const large = close.where(far, x);
  const beyond = main(large).add(series(number(1, large).div(large)));
  return close.where(logGammaNear(close.where(x, 2)), beyond);
}

/**
 * What Stirling's formula leaves out: `log Γ(x) - ((x - ½) log x - x + ½ log 2π)`, of `1 / x` rather than of x.
 *
 * It is about `1 / 12x`, and 0 at `1 / x = 0`, where it has derivatives too. Differences of `log Γ` at large numbers are worked out with
 * it, since there the formula itself can be cancelled by hand. Shapes: any, kept; float32 or float64.
 *
 * @example
 * ```ts
 * import { constant, evaluate, stirlingCorrection } from "@neurite/tensor";
 *
 * const [left] = evaluate([stirlingCorrection(constant([0, 0.01], "float64"))]);
 * console.log([...left.data].map((n) => n.toFixed(9))); // → [ '0.000000000', '0.000833331' ]
 * ```
 */
export function stirlingCorrection(inverse: Tensor): Tensor {
  const close = greater(inverse, 1 / far);
  const x = number(1, inverse).div(close.where(inverse, 0.5));
  return close.where(logGammaNear(x).sub(main(x)), series(close.where(0.1, inverse)));
}

/** Stirling's formula without its series, with one multiplication. */
function main(x: Tensor): Tensor {
  return x
    .sub(0.5)
    .mul(x.log().sub(1))
    .add(halfLogOfTurn - 0.5);
}

function series(inverse: Tensor): Tensor {
  return polynomial(inverse.mul(inverse), stirling.slice(0, inverse.dtype === "float32" ? 4 : 8)).mul(inverse);
}

/** For x below 8.5: moved into [1.5, 2.5] or, below, next to 1 or 0. */
function logGammaNear(x: Tensor): Tensor {
  let rest = x;
  let product = number(1, x);
  for (let step = 0; step < 6; step++) {
    const small = rest.less(2.5);
    const lower = small.where(rest, rest.sub(1)); // exact: no digit of x is lost
    product = small.where(product, product.mul(lower));
    rest = lower;
  }
  const [belowOne, belowHalf] = [x.less(1.5), x.less(0.5)];
  const t = belowHalf.where(x, belowOne.where(x.sub(1), rest.sub(2)));
  const series = polynomial(t, aroundTwo.slice(0, x.dtype === "float32" ? 16 : 30)).mul(t);
  const up = belowHalf.where(number(1, x).div(x.add(1)), product);
  // two logarithms rather than one of a quotient, whose rounding would show next to 1
  return series.add(up.log()).sub(belowOne.where(x, 1).log());
}

/** c₀ + c₁ x + c₂ x² + … */
function polynomial(x: Tensor, coefficients: readonly number[]): Tensor {
  const [last = 0, ...others] = coefficients.toReversed();
  return others.reduce((sum, c) => sum.mul(x).add(c), number(last, x));
}
