import type { Tensor } from "@neurite/tensor";
import { checkTargetValues } from "./check-target-values";
import { matchTarget } from "./match-target";

/** How far each prediction stays below the margin of 1 on the side of its target, 0 where it does not; 0 and -1 are the same target. */
export function marginMiss(kind: string, prediction: Tensor, target: Tensor): Tensor {
  const label = (y: number) => y === -1 || y === 0 || y === 1;
  checkTargetValues(kind, target, label, "-1 and 1, or 0 and 1", "Code the two classes so.");
  const side = matchTarget(kind, prediction, target).sub(0.5).sign();
  return side.mul(prediction).neg().add(1).maximum(0);
}
