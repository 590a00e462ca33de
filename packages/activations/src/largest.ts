import type { Tensor } from "@neurite/tensor";

/** The largest finite number of a tensor's dtype. */
export function largest({ dtype }: Tensor): number {
  return dtype === "float32" ? 3.4028234663852886e38 : Number.MAX_VALUE;
}
