import { checkShape, formatShape, NeuriteError, sizeOf } from "@neurite/tensor";
import type { StateSpec } from "./scope";

/** The most numbers that one parameter may have: 2^28, which is 1 GiB in float32. */
export const parameterLimit = 2 ** 28;

/** Refuses numbers that lack a shape or an initializer, and those that are too many before any memory is taken for them. */
export function checkParameter(path: string, { shape, initializer }: Partial<StateSpec> = {}): void {
  if (!Array.isArray(shape) || typeof initializer?.sample !== "function") {
    throw new NeuriteError(
      "bad-plugin",
      `${path}: expected { shape: [...], initializer } with an initializer that was made, such as glorotUniform(), got ${Array.isArray(shape) ? typeof initializer : "no shape"}. Pass both.`,
    );
  }
  const size = sizeOf(checkShape(shape, path));
  if (size > parameterLimit) {
    throw new NeuriteError(
      "too-large",
      `${path}: a parameter of shape ${formatShape(shape)} has ${size} numbers, the limit is ${parameterLimit}. Use fewer units or categories.`,
    );
  }
}
