// What the strip shows of a column: a small histogram and its figures.
import type { ColumnReading, Kind, TypedColumn } from "neurite";

export interface ColumnView {
  readonly name: string;
  readonly kind: Kind;
  /** How many cells have no value of that kind. */
  readonly missing: number;
  readonly rows: number;
  readonly distinct: number;
  /** How many rows stand in each bar, and what it stands for. */
  readonly bars: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  /** How many of the rows the bars count, where not all. */
  readonly sampled: number | undefined;
}

const mostBars = 24;
const mostLevels = 12;
/** Above so many rows a histogram takes every n-th row, and says so. */
const sampleAbove = 20_000;

export function viewColumn({ column, missing, unreadable }: ColumnReading): ColumnView {
  const rows = column.kind === "category" ? column.codes.length : column.values.length;
  const step = rows > sampleAbove ? Math.ceil(rows / sampleAbove) : 1;
  const sampled = step > 1 ? Math.ceil(rows / step) : undefined;
  const facts = { name: column.name, kind: column.kind, rows, missing: missing.count + unreadable.count, sampled };
  if (column.kind === "category") {
    return { ...facts, distinct: column.levels.length, bars: levelBars(column.codes, column.levels, step) };
  }
  const values = column.values.filter((value, row) => row % step === 0 && !Number.isNaN(value)).sort();
  const distinct = values.filter((value, i) => i === 0 || value !== values[i - 1]);
  const write = writer(column);
  const bars = distinct.length <= mostBars ? ownBars(values, distinct, write) : rangeBars(values, write);
  return { ...facts, distinct: distinct.length, bars };
}

function levelBars(codes: Int32Array, levels: readonly string[], step: number): ColumnView["bars"] {
  const counts = new Int32Array(levels.length);
  for (let row = 0; row < codes.length; row += step) {
    const code = codes[row] as number;
    if (code >= 0) counts[code] = (counts[code] as number) + 1;
  }
  return levels
    .map((level, code) => ({ from: level, to: level, count: counts[code] as number }))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostLevels);
}

function ownBars(values: Float64Array, distinct: Float64Array, write: Writer): ColumnView["bars"] {
  let at = 0;
  return Array.from(distinct, (value) => {
    const begun = at;
    while (at < values.length && values[at] === value) at++;
    return { from: write(value), to: write(value), count: at - begun };
  });
}

function rangeBars(values: Float64Array, write: Writer): ColumnView["bars"] {
  const [least, most] = [values[0] as number, values.at(-1) as number];
  const bars = new Int32Array(mostBars);
  // halves, since the difference of two very large numbers may overflow
  const width = (most / 2 - least / 2) * 2;
  for (const value of values) {
    const place = Math.min(mostBars - 1, Math.floor(((value / 2 - least / 2) / (width / 2)) * mostBars));
    bars[place] = (bars[place] as number) + 1;
  }
  const bound = (i: number) => write(least + (i / mostBars) * width);
  return Array.from(bars, (count, i) => ({ from: bound(i), to: bound(i + 1), count }));
}

type Writer = (value: number) => string;

function writer(column: Exclude<TypedColumn, { kind: "category" }>): Writer {
  if (column.kind === "boolean") return (value) => column.labels[value === 1 ? 1 : 0];
  if (column.kind === "date") return (value) => isoDate(value);
  return (value) => String(Number(value.toPrecision(4)));
}

/** Days since 1970-01-01 as a date. */
export function isoDate(days: number): string {
  const date = new Date(days * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, 10);
}
