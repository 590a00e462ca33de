import type { Tensor } from "@neurite/tensor";

/** From one factor to another: exactly `from` where `left` is 1, exactly `to` where it is 0, which `to + (from - to) · left` is not. */
export function blend(from: number, to: number, left: Tensor): Tensor {
  const first = from === 1 ? left : left.mul(from);
  return to === 0 ? first : first.add(left.neg().add(1).mul(to));
}
