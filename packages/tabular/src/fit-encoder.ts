import { dateCycles } from "./date-features";
import type { BooleanEncoder, CategoryEncoder, DateEncoder, InputEncoder, NumberEncoder } from "./encoder";
import { numberStatistics } from "./number-statistics";
import { sortedTexts } from "./sorted-texts";
import type { BooleanColumn, CategoryColumn, DateColumn, NumberColumn, TypedColumn } from "./typed-column";

/** How categories are encoded. */
export interface EncoderOptions {
  /** Up to how many levels a category has one feature for each; above, it is embedded. Default 32. */
  readonly oneHotLimit?: number;
}

/** In how many training rows each of many values must occur to have a place of its own. */
const rowsForPlace = 2;

/**
 * Fits the encoder of one input column on training rows: nothing is learnt from the others.
 *
 * A column without variation in these rows gives no features, and does no harm.
 */
export function fitInput(column: TypedColumn, rows: Int32Array, options: EncoderOptions = {}): InputEncoder {
  switch (column.kind) {
    case "number":
      return fitNumber(column, rows);
    case "boolean":
      return fitBoolean(column, rows);
    case "date":
      return fitDate(column, rows);
    case "category":
      return fitCategory(column, rows, options.oneHotLimit ?? 32);
    default:
      return column satisfies never;
  }
}

function fitNumber({ name, values }: NumberColumn, rows: Int32Array): NumberEncoder {
  const { count, mean, standardDeviation, median } = numberStatistics(values, rows);
  const missing = count > 0 && count < rows.length;
  return { kind: "number", column: name, mean, deviation: standardDeviation, median, missing };
}

function fitBoolean({ name, values }: BooleanColumn, rows: Int32Array): BooleanEncoder {
  const { count, mean } = numberStatistics(values, rows);
  return { kind: "boolean", column: name, share: mean, missing: count > 0 && count < rows.length };
}

function fitDate({ name, values, order }: DateColumn, rows: Int32Array): DateEncoder {
  const { count, mean, standardDeviation, median, min, max } = numberStatistics(values, rows);
  const missing = count > 0 && count < rows.length;
  const cycles = standardDeviation === 0 ? [] : dateCycles(values, rows, max - min);
  return { kind: "date", column: name, order, mean, deviation: standardDeviation, median, missing, cycles };
}

function fitCategory({ name, codes, levels }: CategoryColumn, rows: Int32Array, limit: number): CategoryEncoder {
  const counts = new Int32Array(levels.length);
  let missing = 0;
  for (const row of rows) {
    const code = codes[row] as number;
    if (code < 0) missing++;
    else counts[code] = (counts[code] as number) + 1;
  }
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const countOf = (level: string) => counts[codeOf.get(level) ?? -1] ?? 0;
  const seen = sortedTexts(levels.filter((level) => countOf(level) > 0));
  if (seen.length <= limit) {
    const other = missing > 0 && seen.length > 0;
    return { kind: "category", column: name, form: "oneHot", levels: seen, counts: seen.map(countOf), other };
  }
  const kept = seen.filter((level) => countOf(level) >= rowsForPlace);
  const form = kept.length <= limit ? "oneHot" : "embedding";
  const other = missing > 0 || kept.length < seen.length;
  return { kind: "category", column: name, form, levels: kept, counts: kept.map(countOf), other };
}
