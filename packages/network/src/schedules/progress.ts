import type { Tensor } from "@neurite/tensor";

/** The share of `steps` that has passed: 0 at step 0, exactly 1 from step `steps` on. */
export function progress(step: Tensor, steps: number): Tensor {
  return step.minimum(steps).div(steps);
}
