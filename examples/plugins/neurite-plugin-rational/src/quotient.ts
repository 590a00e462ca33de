import { constant, type Tensor } from "@neurite/tensor";

/** A polynomial by Horner's rule, its coefficients from the lowest power up. */
function polynomial(x: Tensor, coefficients: readonly Tensor[]): Tensor {
  return coefficients.reduceRight((sum, next) => sum.mul(x).add(next));
}

/** x · x · …, without `pow`: its gradient asks for a logarithm. */
function power(x: Tensor, exponent: number): Tensor {
  let product = x;
  for (let i = 1; i < exponent; i++) product = product.mul(x);
  return product;
}

/**
 * (a₀ + a₁x + … + aₘxᵐ) / (1 + |b₁x + … + bₙxⁿ|), finite wherever the quotient is.
 *
 * From |x| = 1 on both polynomials are divided by xⁿ and written in 1/x, so that neither x⁵ nor 1/x⁵ is ever made: in float32 x⁵ alone
 * overflows from 5·10⁷ on, and ∞ / ∞ is NaN. Each branch sees only numbers of its own side, since a gradient runs through both.
 */
export function quotient(x: Tensor, numerator: readonly Tensor[], denominator: readonly Tensor[]): Tensor {
  const near = x.abs().less(1);
  const small = near.where(x, 0);
  const below = polynomial(small, denominator).mul(small).abs().add(1);
  const inner = polynomial(small, numerator).div(below);

  const large = near.where(1, x);
  const inverse = constant(1, x.dtype).div(large);
  const n = denominator.length;
  const leading = polynomial(inverse, denominator.toReversed()).abs().add(power(inverse.abs(), n));
  const outer = polynomial(inverse, numerator.toReversed()).div(leading);
  return near.where(inner, grown(outer, large, inverse, numerator.length - 1 - n, n));
}

/** Gives back the powers that were divided out: xᵐ / |x|ⁿ, which is xᵐ⁻ⁿ up to the sign. */
function grown(y: Tensor, large: Tensor, inverse: Tensor, excess: number, n: number): Tensor {
  const signed = n % 2 === 0 ? y : y.mul(large.sign());
  if (excess === 0) return signed;
  return signed.mul(excess > 0 ? power(large, excess) : power(inverse, -excess));
}
