import { greater, log1p, type Tensor } from "@neurite/tensor";

/** `log(1 + e^(beta · x)) / beta` as `max(x, 0) + log1p(e^-|beta · x|) / beta`, in which nothing overflows or cancels. */
export function softplusOf(x: Tensor, beta = 1): Tensor {
  const positive = greater(x, 0);
  // -|x| by a choice: the gradients of abs and maximum at 0 are 0, that of softplus is ½
  const down = positive.where(x.neg(), x);
  const small = log1p((beta === 1 ? down : down.mul(beta)).exp());
  return positive.where(x, 0).add(beta === 1 ? small : small.div(beta));
}
