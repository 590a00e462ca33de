import type { Scope } from "@neurite/plugin";
import type { Shape, Tensor } from "@neurite/tensor";
import { ones } from "./ones";
import { zeros } from "./zeros";

/** What normalisations put back after they have taken mean and size away. */
export interface ScaleAndBiasOptions {
  /** Whether to multiply by trained numbers, which start at 1: true unless told otherwise. */
  readonly useScale?: boolean | undefined;
  /** Whether to add trained numbers, which start at 0: true unless told otherwise. */
  readonly useBias?: boolean | undefined;
}

/** Asks for scale and bias of a shape, both without weight decay, and gives what they make of normalised numbers. */
export function scaleAndBias(
  scope: Scope,
  shape: Shape,
  { useScale = true, useBias = true }: ScaleAndBiasOptions,
): (normalized: Tensor) => Tensor {
  const scale = useScale ? scope.parameter("scale", { shape, initializer: ones, decay: false }) : undefined;
  const bias = useBias ? scope.parameter("bias", { shape, initializer: zeros, decay: false }) : undefined;
  return (normalized) => {
    const scaled = scale ? normalized.mul(scale) : normalized;
    return bias ? scaled.add(bias) : scaled;
  };
}
