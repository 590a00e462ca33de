// A column as an axis of a picture and as a handle to turn: the values it can take, in the table's own words.
import type { Cell, InputEncoder, TypedColumn } from "neurite";
import { isoDate } from "./column-view";

/** Numbers and dates go from one end to the other; everything else, and numbers of few values, is one value after the other. */
export interface Axis {
  readonly name: string;
  readonly kind: TypedColumn["kind"];
  readonly least: number;
  readonly most: number;
  /** The values of a column that has few; empty otherwise. */
  readonly values: readonly string[];
  /** Whole numbers alone. */
  readonly whole: boolean;
  /** What stands for the column where nothing is said: the median, or the most frequent value. */
  readonly typical: string;
}

const fewValues = 8;
const mostLevels = 24;

export function axisOf(column: TypedColumn, input: InputEncoder): Axis {
  const { name, kind } = column;
  if (column.kind === "category") {
    const levels = input.kind === "category" ? frequent(input.levels, input.counts) : [];
    return { name, kind, least: 0, most: levels.length - 1, values: levels, whole: true, typical: levels[0] ?? "" };
  }
  if (column.kind === "boolean") {
    const typical = input.kind === "boolean" && input.share > 0.5 ? 1 : 0;
    return { name, kind, least: 0, most: 1, values: column.labels, whole: true, typical: column.labels[typical] };
  }
  const present = column.values.filter((value) => !Number.isNaN(value)).sort();
  const distinct = present.filter((value, i) => i === 0 || value !== present[i - 1]);
  const [least = 0, most = 0] = [present[0], present.at(-1)];
  const median = input.kind === "number" || input.kind === "date" ? input.median : least;
  const text = (value: number) => (column.kind === "date" ? isoDate(value) : String(value));
  const whole = column.kind === "date" || distinct.every((value) => Number.isInteger(value));
  const values = distinct.length <= fewValues ? Array.from(distinct, text) : [];
  // the median is of the rows learnt from, which may be those of another table: what stands here has to be on this axis
  const inside = Math.min(most, Math.max(least, whole ? Math.round(median) : median));
  const nearest = distinct.reduce((a, b) => (Math.abs(b - inside) < Math.abs(a - inside) ? b : a), least);
  return { name, kind, least, most, values, whole, typical: text(values.length > 0 ? nearest : inside) };
}

function frequent(levels: readonly string[], counts: readonly number[]): readonly string[] {
  return [...levels.keys()]
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
    .slice(0, mostLevels)
    .map((at) => levels[at] ?? "");
}

/** `count` places along an axis as cells; a column of few values has one for each. */
export function places(axis: Axis, count: number): readonly Cell[] {
  if (axis.values.length > 0) return axis.values;
  return Array.from({ length: count }, (_, i) => cellAt(axis, between(axis, i / (count - 1))));
}

/** The number at a share of the way from one end to the other. */
export function between({ least, most }: Pick<Axis, "least" | "most">, share: number): number {
  return least * (1 - share) + most * share;
}

/** The cell for a number on the axis. */
export function cellAt({ kind }: Pick<Axis, "kind">, value: number): Cell {
  return kind === "date" ? isoDate(value) : value;
}
