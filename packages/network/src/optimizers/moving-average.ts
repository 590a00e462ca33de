import type { Tensor } from "@neurite/tensor";
import { flush } from "./flush";

/**
 * The next value of an average that forgets: `past + (1 - share) · (now - past)`.
 *
 * Written so, `share` and `1 - share` add up to 1 also in float32, where 0.999 itself is off by 13 millionths of its distance to 1.
 */
export function movingAverage(past: Tensor, now: Tensor, share: number): Tensor {
  return flush(past.add(now.sub(past).mul(1 - share)));
}
