import { checkShape, formatShape, NeuriteError, type Shape, sizeOf } from "@neurite/tensor";

/** The most numbers that one parameter may have: 2^28, which is 1 GiB in float32. */
export const parameterLimit = 2 ** 28;

/** Refuses a parameter that is too large before any memory is taken for it. */
export function checkParameter(path: string, shape: Shape): void {
  const size = sizeOf(checkShape(shape, path));
  if (size > parameterLimit) {
    throw new NeuriteError(
      "too-large",
      `${path}: a parameter of shape ${formatShape(shape)} has ${size} numbers, the limit is ${parameterLimit}. Use fewer units or categories.`,
    );
  }
}
