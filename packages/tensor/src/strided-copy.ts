import { type Shape, stridesOf } from "./shape";
import { type Data, type Type, type Value, zeros } from "./value";

/** Where the numbers of an array lie in its data: the first one, and the step along each axis. */
export interface Layout {
  readonly offset: number;
  readonly strides: readonly number[];
}

/** From how many neighbours on the typed arrays' own copying is faster than a loop. */
const worthABlock = 16;

/** A value of a type whose elements stand in `source` as a layout says; a stride of 0 repeats, so this also broadcasts. */
export function read(type: Type, source: Value, from: Layout): Value {
  const made = zeros(type);
  copy(made.data, { offset: 0, strides: stridesOf(type.shape) }, source.data, from, type.shape);
  return made;
}

/** Puts the elements of `source` where a layout says. */
export function write(target: Value, to: Layout, source: Value): void {
  copy(target.data, to, source.data, { offset: 0, strides: stridesOf(source.shape) }, source.shape);
}

function copy(target: Data, to: Layout, source: Data, from: Layout, shape: Shape): void {
  if (shape.includes(0)) return;
  copyAxis(target, to.offset, to.strides, source, from.offset, from.strides, shape, 0);
}

function copyAxis(
  target: Data,
  to: number,
  toStrides: readonly number[],
  source: Data,
  from: number,
  fromStrides: readonly number[],
  shape: Shape,
  axis: number,
): void {
  if (axis >= shape.length) {
    target[to] = source[from] as number;
    return;
  }
  const side = shape[axis] as number;
  const toStride = toStrides[axis] as number;
  const fromStride = fromStrides[axis] as number;
  if (axis < shape.length - 1) {
    for (let i = 0; i < side; i++) {
      copyAxis(target, to + i * toStride, toStrides, source, from + i * fromStride, fromStrides, shape, axis + 1);
    }
  } else if (toStride === 1 && fromStride === 1 && side >= worthABlock) {
    target.set(source.subarray(from, from + side), to);
  } else if (toStride === 1 && fromStride === 0) {
    target.fill(source[from] as number, to, to + side);
  } else {
    for (let i = 0; i < side; i++) target[to + i * toStride] = source[from + i * fromStride] as number;
  }
}
