import type { Shape } from "./shape";
import type { Data } from "./value";

/** Where the numbers of an array lie in its data: the first one, and the step along each axis. */
export interface Layout {
  readonly offset: number;
  readonly strides: readonly number[];
}

/** Copies an array of `shape` from one layout to another; a stride of 0 repeats, so this also broadcasts. */
export function stridedCopy(
  target: Data,
  to: Layout,
  source: Data,
  from: Layout,
  shape: Shape,
  axis = 0,
  toOffset = to.offset,
  fromOffset = from.offset,
): void {
  if (axis >= shape.length) {
    target[toOffset] = source[fromOffset] as number;
    return;
  }
  const side = shape[axis] as number;
  const toStride = to.strides[axis] as number;
  const fromStride = from.strides[axis] as number;
  if (axis === shape.length - 1) {
    for (let i = 0; i < side; i++) {
      target[toOffset + i * toStride] = source[fromOffset + i * fromStride] as number;
    }
    return;
  }
  for (let i = 0; i < side; i++) {
    stridedCopy(target, to, source, from, shape, axis + 1, toOffset + i * toStride, fromOffset + i * fromStride);
  }
}
