import type { Layer } from "@neurite/plugin";
import { constant, NeuriteError, type Tensor } from "@neurite/tensor";
import { type PerAxis, paddingOption, perAxis, sizesConfig } from "./window-options";
import { type AxisWindows, gatherWindows, padded, windowsOver } from "./windows";

/** The options of pooling; `N` is one number, or one or a pair for two axes. */
export interface PoolingOptions<N extends PerAxis> {
  /** How many positions become one along each axis: 2 unless told otherwise. Keras calls it the pool size. */
  readonly kernelSize?: N | undefined;
  /** By how much the window moves: as much as it is wide unless told otherwise. */
  readonly stride?: N | undefined;
  /**
   * By how much windows reach beyond both sides, at most half of the window; not at all ("valid"), or as far as gives `side / stride` windows,
   * rounded up ("same"): "valid" unless told otherwise.
   */
  readonly padding?: N | "same" | "valid" | undefined;
}

/** What becomes of the windows over an input. */
type Reduce = (x: Tensor, windows: readonly AxisWindows[]) => Tensor;

/** All poolings differ in the number of axes, and in what they make of a window: `[rows, ...sides, channels]` to `[rows, windows, channels]`. */
export function pooling(kind: string, axes: number, options: PoolingOptions<PerAxis>, reduce: Reduce) {
  const kernelSize = perAxis(kind, "kernelSize", options.kernelSize ?? 2, axes);
  const stride = perAxis(kind, "stride", options.stride ?? kernelSize, axes);
  const padding = paddingOption(kind, options.padding ?? "valid", axes);
  if (typeof padding !== "string" && padding.some((n, axis) => 2 * n > (kernelSize[axis] ?? 0))) {
    throw new NeuriteError(
      "bad-argument",
      `${kind}: "padding" should be at most half of the window, got ${padding.join(" and ")} for a window of ${kernelSize.join(" by ")}. A window may not lie outside of the input.`,
    );
  }
  const sizes = { kernelSize, stride, padding };
  return {
    kind,
    config: sizesConfig(sizes),
    apply: ([x]) => {
      const windows = windowsOver(kind, x, { ...sizes, dilation: kernelSize.map(() => 1) });
      const counts = windows.map(({ positions }) => positions.length);
      return reduce(x, windows).reshape([...x.shape.slice(0, 1), ...counts, ...x.shape.slice(-1)]);
    },
  } satisfies Layer;
}

/** The largest number of each window. */
export const largest: Reduce = (x, windows) => {
  // a position beyond the edge means the nearest one inside: the largest stays, also where all numbers are -Infinity
  const inside = windows.map((axis, i) => {
    const last = (x.shape[i + 1] ?? 1) - 1;
    return { ...axis, positions: axis.positions.map((window) => window.map((at) => Math.min(Math.max(at, 0), last))) };
  });
  return gatherWindows(x, inside).max(2);
};

/** The mean of each window, over the positions inside the input, or over all of them with 0 for those outside. */
export const average =
  (countPadding: boolean): Reduce =>
  (x, windows) => {
    const seen = gatherWindows(...padded(x, windows));
    if (countPadding || windows.every(({ before, after }) => before === 0 && after === 0)) return seen.mean(2);
    const held = windows.map(({ positions }, axis) => {
      const side = x.shape[axis + 1] ?? 1;
      return positions.map((window) => window.filter((at) => at >= 0 && at < side).length);
    });
    const counts = held.reduce<readonly number[]>((above, axis) => above.flatMap((o) => axis.map((i) => o * i)), [1]);
    return seen.sum(2).div(constant(counts, x.dtype).reshape([counts.length, 1]));
  };
