// What stands along an axis, and where.
import { scale } from "../marks/scale";
import { formatShort } from "../numbers/format-number";
import type { Axis } from "./axis";
import { cellOn } from "./contour-shapes";

export interface AxisTick {
  readonly text: string;
  /** From 0 to 1. */
  readonly at: number;
}

const longest = 8;

/** A value of few in the middle of its part; of numbers round ones, of dates months. */
export function axisTicks(axis: Axis, count: number): readonly AxisTick[] {
  const { values, least, most } = axis;
  if (values.length > 0) {
    const text = (value: string) => (value.length > longest ? `${value.slice(0, longest - 1)}…` : value);
    return values.map((value, i) => ({ text: text(value), at: (i + 0.5) / values.length }));
  }
  // the difference of two very large numbers may be more than a number holds
  if (axis.kind === "number" && Number.isFinite(most - least)) {
    const round = scale([least, most], [0, 1], count);
    return round.ticks.map((tick) => ({ text: formatShort(tick), at: round(tick) }));
  }
  const text = (cell: string | number) => (typeof cell === "number" ? formatShort(cell, 2) : cell.slice(0, 7));
  const ticks = Array.from({ length: count }, (_, i) => i / (count - 1)).map((at) => ({
    text: text(cellOn(axis, at)),
    at,
  }));
  return ticks.filter((tick, i) => tick.text !== ticks[i - 1]?.text);
}
