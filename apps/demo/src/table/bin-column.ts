import type { TypedColumn } from "neurite";
import type { BinnedColumn } from "./pairs";

/** A column with as many values or fewer has a bin for each. */
const ownBins = 32;
const quantiles = 8;

/** A column in bins: its values or most frequent levels where they are few, else eighths of the rows given; missing cells have a bin of their own. */
export function binColumn(column: TypedColumn, rows: Int32Array): BinnedColumn {
  const { name } = column;
  if (column.kind === "category") {
    const place = frequentPlaces(column.codes, column.levels.length, rows);
    const bins = Uint8Array.from(column.codes, (code) => (code < 0 ? 0 : (place[code] as number)));
    return { name, bins, count: 1 + place.reduce((most, bin) => Math.max(most, bin), 1) };
  }
  const { values } = column;
  const present = Float64Array.from(rows, (row) => values[row] as number)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const distinct = present.filter((value, i) => i === 0 || value !== present[i - 1]);
  const bounds =
    distinct.length <= ownBins
      ? distinct
      : Float64Array.from({ length: quantiles }, (_, q) => present[Math.floor((q * present.length) / quantiles)] ?? 0);
  const bins = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1 + lastAtMost(bounds, value)));
  return { name, bins, count: 1 + Math.max(1, bounds.length) };
}

/** Of each level its bin from 1 up: the most frequent in the rows have one each, the rest share the last. */
function frequentPlaces(codes: Int32Array, levels: number, rows: Int32Array): Uint8Array {
  const counts = new Int32Array(levels);
  for (const row of rows) {
    const code = codes[row] as number;
    if (code >= 0) counts[code] = (counts[code] as number) + 1;
  }
  const order = Array.from(counts.keys()).sort((a, b) => (counts[b] as number) - (counts[a] as number));
  const places = new Uint8Array(levels);
  for (const [rank, code] of order.entries()) places[code] = Math.min(rank, ownBins - 1) + 1;
  return places;
}

/** The last bound at or below a value; 0 for a value below all. */
function lastAtMost(bounds: Float64Array, value: number): number {
  let [low, high] = [0, bounds.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((bounds[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
