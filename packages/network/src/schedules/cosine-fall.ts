import type { Tensor } from "@neurite/tensor";

/**
 * Half a wave of the cosine: 1 where `share` is 0, ½ in the middle, exactly 0 from 1 on.
 *
 * The end is asked for, so that it does not hang on the last bit of cos π.
 */
export function cosineFall(share: Tensor): Tensor {
  return share.less(1).where(share.mul(Math.PI).cos().add(1).div(2), 0);
}
