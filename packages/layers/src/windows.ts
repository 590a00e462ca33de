import { constant, formatShape, NeuriteError, type Shape, sizeOf, type Tensor } from "@neurite/tensor";
import type { WindowOptions } from "./window-options";

/** The windows along one axis, as positions of the input: some may lie before 0 or behind its end, by at most so many. */
export interface AxisWindows {
  readonly positions: readonly (readonly number[])[];
  readonly before: number;
  readonly after: number;
}

/** Lays windows over the axes between the rows and the channels; refuses an input that is smaller than one window. */
export function windowsOver(kind: string, x: Tensor, options: WindowOptions): readonly AxisWindows[] {
  const { kernelSize, stride, dilation, padding } = options;
  if (x.shape.length !== kernelSize.length + 2) {
    throw new NeuriteError(
      "bad-shape",
      `${kind}: the input should be [rows, ${kernelSize.length === 1 ? "length" : "height, width"}, channels], got ${formatShape(x.shape)}. Reshape it; the channels come last.`,
    );
  }
  return x.shape.slice(1, -1).map((side, axis) => {
    const [size = 1, by = 1, apart = 1] = [kernelSize, stride, dilation].map((list) => list[axis]);
    const span = (size - 1) * apart + 1;
    const total = padding === "same" ? Math.max(0, (Math.ceil(side / by) - 1) * by + span - side) : 0;
    const before = typeof padding === "string" ? Math.floor(total / 2) : (padding[axis] ?? 0);
    const after = typeof padding === "string" ? total - before : before;
    const count = Math.floor((before + side + after - span) / by) + 1;
    if (side < 1 || count < 1) {
      throw new NeuriteError(
        "bad-shape",
        `${kind}: a window spans ${span} positions, the input has ${before + side + after} along axis ${axis + 1} (shape ${formatShape(x.shape)}). Use a smaller kernel, or padding: "same".`,
      );
    }
    const positions = Array.from({ length: count }, (_, at) =>
      Array.from({ length: size }, (_, k) => at * by + k * apart - before),
    );
    return { positions, before, after };
  });
}

/** Zeros around the input as far as windows reach beyond it, and the same windows on what comes of it. */
export function padded(x: Tensor, axes: readonly AxisWindows[]): readonly [Tensor, readonly AxisWindows[]] {
  if (axes.every(({ before, after }) => before === 0 && after === 0)) return [x, axes];
  const wide = x.pad([0, ...axes.map(({ before }) => before), 0], [0, ...axes.map(({ after }) => after), 0]);
  const moved = axes.map(({ positions, before }) => ({
    positions: positions.map((window) => window.map((at) => at + before)),
    before: 0,
    after: 0,
  }));
  return [wide, moved];
}

/**
 * What the windows hold: `[rows, ...sides, channels]` gives `[rows, windows, positions, channels]`.
 *
 * One gather by a constant table, and none where the windows follow each other without a gap.
 */
export function gatherWindows(x: Tensor, axes: readonly AxisWindows[]): Tensor {
  const sides = x.shape.slice(1, -1);
  const windows = axes.reduce<readonly (readonly number[])[]>(
    (above, { positions }, axis) =>
      above.flatMap((outer) =>
        positions.map((inner) => outer.flatMap((o) => inner.map((i) => o * (sides[axis] ?? 1) + i))),
      ),
    [[0]],
  );
  const table = Int32Array.from(windows.flat());
  const around = (between: Shape) => [...x.shape.slice(0, 1), ...between, ...x.shape.slice(-1)];
  const shape = [windows.length, table.length / windows.length];
  const inOrder = table.length === sizeOf(sides) && table.every((at, i) => at === i);
  if (inOrder) return x.reshape(around(shape));
  return x.reshape(around([sizeOf(sides)])).gather(constant(table, "int32", shape), 1);
}
