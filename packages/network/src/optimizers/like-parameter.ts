import type { Type } from "@neurite/tensor";

/** The type of a number that is kept for each number of a parameter. */
export function likeParameter({ shape, dtype }: Type): Type {
  return { shape, dtype };
}
