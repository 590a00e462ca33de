import { NeuriteError } from "../error";
import type { Primitive } from "../primitive";
import { checkShape, formatShape, type Shape, stridesOf } from "../shape";
import { type Layout, read, write } from "../strided-copy";
import { type Type, zeros } from "../value";

function checkPerAxis(op: string, rank: number, ...lists: readonly Shape[]): void {
  for (const list of lists) {
    if (list.length !== rank || list.some((n) => !Number.isSafeInteger(n) || n < 0)) {
      throw new NeuriteError(
        "bad-shape",
        `${op}: expected one whole number from 0 up for each of ${rank} axes, got ${formatShape(list)}. Give every axis its number.`,
      );
    }
  }
}

/** Where the elements of a window lie in an array of `shape`. */
function windowOf(shape: Shape, start: Shape, step: Shape): Layout {
  const strides = stridesOf(shape);
  return {
    offset: strides.reduce((sum, stride, axis) => sum + stride * (start[axis] as number), 0),
    strides: strides.map((stride, axis) => stride * (step[axis] as number)),
  };
}

/** A window: along each axis `size` elements from `start`, every `step`-th. */
export const slice: Primitive<"slice"> = {
  infer: ([x], { start, size, step }) => {
    checkPerAxis("slice", x.shape.length, start, size, step);
    x.shape.forEach((side, axis) => {
      const [from, count, by] = [start[axis], size[axis], step[axis]] as [number, number, number];
      if (by < 1 || from > side || (count > 0 && from + (count - 1) * by >= side)) {
        throw new NeuriteError(
          "bad-shape",
          `slice: ${count} elements from ${from} by ${by} do not fit axis ${axis} of ${formatShape(x.shape)}. Stay within ${side} elements.`,
        );
      }
    });
    return [{ shape: size, dtype: x.dtype }];
  },
  evaluate: ([x], { start, step }, [out]) => [read(out as Type, x, windowOf(x.shape, start, step))],
  gradient: ({ inputs: [x], attributes: { start, size, step } }, _y, [g]) => {
    const between = step.map((by) => by - 1);
    const after = x.shape.map((side, axis) => {
      const [from, count, by] = [start[axis], size[axis], step[axis]] as [number, number, number];
      return side - from - (count === 0 ? 0 : (count - 1) * by + 1);
    });
    return [g?.pad(start, after, between)];
  },
};

/** Zeros around the array, and between its elements. */
export const pad: Primitive<"pad"> = {
  infer: ([x], { before, after, between }) => {
    checkPerAxis("pad", x.shape.length, before, after, between);
    const shape = x.shape.map(
      (side, axis) =>
        (before[axis] as number) + (after[axis] as number) + side + Math.max(0, side - 1) * (between[axis] as number),
    );
    return [{ shape: checkShape(shape, "pad"), dtype: x.dtype }];
  },
  evaluate: ([x], { before, between }, [out]) => {
    const made = zeros(out as Type);
    write(
      made,
      windowOf(
        made.shape,
        before,
        between.map((n) => n + 1),
      ),
      x,
    );
    return [made];
  },
  gradient: ({ inputs: [x], attributes: { before, between } }, _y, [g]) => [
    g?.slice(
      before,
      x.shape,
      between.map((n) => n + 1),
    ),
  ],
};
