import { NeuriteError } from "./error";

/** The sizes of an array, outermost axis first; `[]` is a single number. */
export type Shape = readonly number[];

/** How many elements an array of this shape has. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (let axis = 0; axis < shape.length; axis++) size *= shape[axis] as number;
  return size;
}

/** Row-major strides: how far apart two neighbours along each axis lie. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis] ?? 1;
  }
  return strides;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a.length !== b.length) return false;
  for (let axis = 0; axis < a.length; axis++) if (a[axis] !== b[axis]) return false;
  return true;
}

/** `[2, 3]` as people write it. */
export function formatShape(shape: Shape): string {
  return `[${shape.join(", ")}]`;
}

/** Refuses anything but a list of whole numbers from 0 up whose product a machine can count. */
export function checkShape(shape: Shape, subject: string): Shape {
  for (const side of shape) {
    if (!Number.isSafeInteger(side) || side < 0) {
      throw new NeuriteError(
        "bad-shape",
        `${subject}: a shape holds whole numbers from 0 up, got ${formatShape(shape)}. Check the sizes it is made from.`,
      );
    }
  }
  if (!Number.isSafeInteger(sizeOf(shape))) {
    throw new NeuriteError(
      "too-large",
      `${subject}: shape ${formatShape(shape)} has more elements than a machine can count. Use smaller sizes.`,
    );
  }
  return shape;
}

/**
 * The shape that two shapes broadcast to.
 *
 * Shapes are aligned at their last axis; an axis of size 1 or one that is absent stretches to the other's size.
 * Source: NumPy, "Broadcasting", general rules.
 */
export function broadcastShapes(a: Shape, b: Shape, subject: string): Shape {
  if (sameShape(a, b)) return a;
  const rank = Math.max(a.length, b.length);
  const shape = new Array<number>(rank);
  for (let back = 1; back <= rank; back++) {
    const sideA = a[a.length - back] ?? 1;
    const sideB = b[b.length - back] ?? 1;
    if (sideA !== sideB && sideA !== 1 && sideB !== 1) {
      throw new NeuriteError(
        "bad-shape",
        `${subject}: shapes ${formatShape(a)} and ${formatShape(b)} do not broadcast, since ${sideA} and ${sideB} differ and neither is 1. Reshape one of them.`,
      );
    }
    shape[rank - back] = sideA === 1 ? sideB : sideA;
  }
  return shape;
}

/** One axis, counted from the end where negative, as an index from 0. */
export function axisOf(axis: number, rank: number, subject: string): number {
  const index = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(axis) || index < 0 || index >= rank) {
    throw new NeuriteError(
      "bad-shape",
      `${subject}: axis ${axis} is outside an array of ${rank} axes. ${rank > 0 ? `Use ${-rank} to ${rank - 1}.` : "Reshape it first."}`,
    );
  }
  return index;
}

/** Refuses axes that are not counted from 0, ascending, each once, as the attributes of an operation hold them. */
export function checkAxes(axes: readonly number[], rank: number, subject: string): void {
  const ordered = axes.every(
    (axis, i) => Number.isInteger(axis) && axis >= 0 && (i === 0 || axis > (axes[i - 1] ?? 0)),
  );
  if (!ordered || axes.some((axis) => axis >= rank)) {
    throw new NeuriteError(
      "bad-shape",
      `${subject}: axes should ascend from 0 to at most ${rank - 1}, each once, got ${formatShape(axes)}. Write them in that order.`,
    );
  }
}

/** Several axes (all of them where none is given), ascending, each once. */
export function axesOf(axes: number | readonly number[] | undefined, rank: number, subject: string): readonly number[] {
  if (axes === undefined) return Array.from({ length: rank }, (_, axis) => axis);
  const list = typeof axes === "number" ? [axes] : axes;
  return [...new Set(list.map((axis) => axisOf(axis, rank, subject)))].sort((a, b) => a - b);
}
