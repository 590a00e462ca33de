import { encodeColumn, levelSlots } from "./encode-column";
import { isUnused } from "./encode-inputs";
import type { CategoryEncoder, DateEncoder, InputEncoder, NumberEncoder } from "./encoder";
import { featuresOfInput, isEmbedded } from "./features";
import { missingColumn } from "./table";
import type { CategoryColumn, TypedColumn } from "./typed-column";

/** A column of the straight line's matrix: what the table says, as float64, in the table's own unit. */
export interface BaselineColumn {
  readonly name: string;
  /** The column of the table. */
  readonly column: string;
  readonly values: Float64Array;
}

/** How many levels of an embedded category the straight line gets, the most frequent first. */
const levelsForLine = 64;
/** Values further out than this many deviations are drawn in, as for the network: a sum should not overflow on a slip. */
const furthest = 1e6;
/** Beyond this, or below its inverse, squares leave float64: such columns are standardised. */
const largestOwnUnit = 1e100;

/**
 * The columns for the baseline: the same information as the network's, laid out as regression wants it.
 *
 * Numbers and dates (days since 1970-01-01) stay in their own unit, missing ones filled with the median; the first level
 * of a category is left out, so that the others' coefficients are differences to it and the columns stay independent of
 * the intercept.
 */
export function baselineColumns(
  inputs: readonly InputEncoder[],
  columns: readonly TypedColumn[],
  rows: Int32Array,
): readonly BaselineColumn[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const taken = new Set<string>();
  return inputs
    .filter((input) => !isUnused(input))
    .flatMap((input) => {
      const column = byName.get(input.column);
      if (column === undefined) throw missingColumn(input.column, columns);
      return isEmbedded(input) ? frequentLevels(input, column, rows) : ownUnits(input, column, rows);
    })
    .map((column) => {
      let name = column.name;
      for (let n = 2; taken.has(name); n++) name = `${column.name} (${n})`;
      taken.add(name);
      return { ...column, name };
    });
}

function ownUnits(input: InputEncoder, typed: TypedColumn, rows: Int32Array): BaselineColumn[] {
  const features = featuresOfInput(input);
  const encoded = encodeColumn(input, typed, rows).map((values, i) => {
    const feature = features[i];
    const { column } = input;
    const isValue = feature?.part.is === "value" && (input.kind === "number" || input.kind === "date");
    return { name: feature?.name ?? column, column, values: isValue ? inOwnUnit(input, typed, rows, values) : values };
  });
  return input.kind === "category" ? encoded.slice(1) : encoded;
}

function inOwnUnit(
  input: NumberEncoder | DateEncoder,
  typed: TypedColumn,
  rows: Int32Array,
  standardised: Float64Array,
): Float64Array {
  const size = Math.max(Math.abs(input.mean), input.deviation);
  if (typed.kind === "category" || size > largestOwnUnit || input.deviation < 1 / largestOwnUnit) return standardised;
  const [least, most] = [input.mean - furthest * input.deviation, input.mean + furthest * input.deviation];
  return Float64Array.from(rows, (row) => {
    const x = typed.values[row] as number;
    return Number.isNaN(x) ? input.median : Math.min(most, Math.max(least, x));
  });
}

function frequentLevels(input: CategoryEncoder, typed: TypedColumn, rows: Int32Array): BaselineColumn[] {
  const column = typed as CategoryColumn;
  const slots = levelSlots(input, column);
  // Rare, missing and unseen values are the reference that the coefficients are differences to.
  return input.levels
    .map((level, slot) => ({ level, slot, count: input.counts[slot] ?? 0 }))
    .sort((a, b) => b.count - a.count || a.slot - b.slot)
    .slice(0, input.other ? levelsForLine : Math.min(levelsForLine, input.levels.length - 1))
    .map(({ level, slot }) => ({
      name: `${input.column}=${level}`,
      column: input.column,
      values: marks(rows, column.codes, slots, slot),
    }));
}

function marks(rows: Int32Array, codes: Int32Array, slots: Int32Array, slot: number): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i] as number] as number;
    if (code >= 0 && slots[code] === slot) values[i] = 1;
  }
  return values;
}
