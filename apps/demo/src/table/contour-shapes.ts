// A surface as filled shapes with numbered lines; a column of few values is cut into bands, since there is nothing between its values.
import { contours } from "d3-contour";
import { between, cellAt } from "./axis";
import type { Surface } from "./surface";

/** A filled shape in the unit square, y upwards; later ones lie on earlier ones. */
export interface FilledShape {
  /** The value in the middle of its step. */
  readonly value: number;
  readonly path: string;
}

export interface LineNumber {
  readonly value: number;
  readonly x: number;
  readonly y: number;
}

interface Block {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export function contourShapes(
  { x, y, width, height }: Surface,
  values: Float64Array,
  steps: readonly number[],
): { readonly shapes: readonly FilledShape[]; readonly numbers: readonly LineNumber[] } {
  const shapes: FilledShape[] = [];
  const numbers: LineNumber[] = [];
  const step = (steps[1] ?? 1) - (steps[0] ?? 0);
  for (const block of blocksOf(width, height, x.values.length > 0, y.values.length > 0)) {
    const grid = block.rows.flatMap((row) => block.columns.map((column) => values[row * width + column] as number));
    const [wide, high] = [block.columns.length, block.rows.length];
    const least = grid.reduce((a, b) => Math.min(a, b));
    const base = steps.findLast((at) => at <= least);
    const u = (at: number) => block.left + clamp((at - 0.5) / (wide - 1)) * (block.right - block.left);
    const v = (at: number) => block.bottom + clamp((at - 0.5) / (high - 1)) * (block.top - block.bottom);
    shapes.push({ value: base === undefined ? least : base + step / 2, path: rectangle(block) });
    for (const level of contours()
      .size([wide, high])
      .thresholds(steps.filter((at) => at > least))(grid)) {
      if (level.coordinates.length === 0) continue;
      const rings = level.coordinates.flat();
      const path = rings
        .map((ring) => `M${ring.map(([a = 0, b = 0]) => `${u(a).toFixed(4)},${v(b).toFixed(4)}`).join("L")}Z`)
        .join("");
      shapes.push({ value: level.value + step / 2, path });
    }
    const middle = Math.floor((high - 1) / 2) * wide;
    const before = numbers.length;
    for (const at of steps) {
      for (let i = 0; i + 1 < wide; i++) {
        const [a, b] = [grid[middle + i] as number, grid[middle + i + 1] as number];
        if (a < at === b < at) continue;
        const place = i + (at - a) / (b - a);
        numbers.push({ value: at, x: u(place + 0.5), y: v(Math.floor((high - 1) / 2) + 0.5) });
      }
    }
    // where no line passes, what all of it is about; beside the middle, where the ring is at first
    if (numbers.length === before) {
      const value = grid[middle + Math.floor((wide - 1) / 2)] as number;
      numbers.push({ value, x: block.left + (block.right - block.left) / 4, y: v(Math.floor((high - 1) / 2) + 0.5) });
    }
  }
  return { shapes, numbers };
}

function blocksOf(width: number, height: number, xApart: boolean, yApart: boolean): readonly Block[] {
  const cut = (count: number, apart: boolean) =>
    apart
      ? Array.from({ length: count }, (_, i) => ({ at: [i, i], from: i / count, to: (i + 1) / count }))
      : [{ at: Array.from({ length: count }, (_, i) => i), from: 0, to: 1 }];
  return cut(height, yApart).flatMap((row) =>
    cut(width, xApart).map((column) => ({
      columns: column.at,
      rows: row.at,
      left: column.from,
      right: column.to,
      bottom: row.from,
      top: row.to,
    })),
  );
}

const clamp = (share: number) => Math.min(1, Math.max(0, share));

const rectangle = ({ left, right, bottom, top }: Block) =>
  `M${left},${bottom}L${right},${bottom}L${right},${top}L${left},${top}Z`;

/** Where a value of a column stands along its side of the unit square. */
export function placeOn(axis: Surface["x"], cell: string | number): number {
  if (axis.values.length > 0) {
    const at = axis.values.indexOf(String(cell));
    return (Math.max(0, at) + 0.5) / axis.values.length;
  }
  const value = axis.kind === "date" ? Date.parse(String(cell)) / 86_400_000 : Number(cell);
  // halves, since the difference of two very large numbers may overflow
  return axis.most === axis.least ? 0.5 : clamp((value / 2 - axis.least / 2) / (axis.most / 2 - axis.least / 2));
}

/** The value at a place along a side: the nearest of few, or a number of the column's kind. */
export function cellOn(axis: Surface["x"], share: number): string | number {
  const inside = clamp(share);
  if (axis.values.length > 0) {
    const cell = axis.values[Math.min(axis.values.length - 1, Math.floor(inside * axis.values.length))] ?? "";
    return axis.kind === "number" ? Number(cell) : cell;
  }
  const value = between(axis, axis.whole ? inside : Math.round(inside * 200) / 200);
  return cellAt(axis, axis.whole ? Math.round(value) : value) as string | number;
}
