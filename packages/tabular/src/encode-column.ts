import { cosineOfTurn, NeuriteError } from "@neurite/tensor";
import { cycleTurns } from "./date-features";
import type { BooleanEncoder, CategoryEncoder, DateEncoder, InputEncoder, NumberEncoder } from "./encoder";
import { featuresOfInput, isEmbedded } from "./features";
import { standardise } from "./number-statistics";
import type { CategoryColumn, Kind, TypedColumn } from "./typed-column";

/** Values further out than this many standard deviations are drawn in: a network in float32 should not overflow on a slip. */
const furthest = 1e6;

/** The float64 features of one column for the rows given, in the order of `featuresOfInput`. */
export function encodeColumn(input: InputEncoder, column: TypedColumn, rows: Int32Array): Float64Array[] {
  switch (input.kind) {
    case "number":
      return encodeNumber(input, ofKind(column, "number").values, rows);
    case "boolean":
      return encodeBoolean(input, ofKind(column, "boolean").values, rows);
    case "date":
      return encodeDate(input, ofKind(column, "date").values, rows);
    case "category":
      return isEmbedded(input) ? [] : encodeLevels(input, ofKind(column, "category"), rows);
    default:
      return input satisfies never;
  }
}

/** The index of each row in an embedding: 0 for what is missing, unseen or rare. */
export function encodeIndices(input: CategoryEncoder, column: TypedColumn, rows: Int32Array): Int32Array {
  const typed = ofKind(column, "category");
  const slots = levelSlots(input, typed);
  return rows.map((row) => {
    const code = typed.codes[row] as number;
    return code < 0 ? 0 : (slots[code] as number) + 1;
  });
}

function encodeNumber(input: NumberEncoder | DateEncoder, values: Float64Array, rows: Int32Array): Float64Array[] {
  const { mean, deviation, median, missing } = input;
  const columns: Float64Array[] = [];
  if (deviation !== 0) {
    columns.push(
      column(rows, (row) => {
        const x = values[row] as number;
        const z = standardise(Number.isNaN(x) ? median : x, mean, deviation);
        return Math.min(furthest, Math.max(-furthest, z));
      }),
    );
  }
  if (missing) columns.push(missingMarks(values, rows));
  return columns;
}

function encodeBoolean({ share, missing }: BooleanEncoder, values: Float64Array, rows: Int32Array): Float64Array[] {
  const columns: Float64Array[] = [];
  if (share !== 0 && share !== 1) {
    columns.push(column(rows, (row) => (Number.isNaN(values[row]) ? share : (values[row] as number))));
  }
  if (missing) columns.push(missingMarks(values, rows));
  return columns;
}

function encodeDate(input: DateEncoder, values: Float64Array, rows: Int32Array): Float64Array[] {
  const [days, ...marks] = encodeNumber(input, values, rows);
  if (days === undefined || input.deviation === 0) return days === undefined ? marks : [days, ...marks];
  const waves = input.cycles.flatMap((cycle) => {
    const turns = column(rows, (row) => {
      const x = values[row] as number;
      return cycleTurns(cycle, Number.isNaN(x) ? input.median : x);
    });
    // sin is cos a quarter turn earlier.
    return [turns.map((t) => cosineOfTurn(t < 0.25 ? t + 0.75 : t - 0.25)), turns.map((t) => cosineOfTurn(t))];
  });
  return [days, ...waves, ...marks];
}

function encodeLevels(input: CategoryEncoder, typed: CategoryColumn, rows: Int32Array): Float64Array[] {
  const features = featuresOfInput(input);
  if (features.length === 0) return [];
  const columns = features.map(() => new Float64Array(rows.length));
  const slots = levelSlots(input, typed);
  const total = input.counts.reduce((sum, count) => sum + count, 0);
  for (let i = 0; i < rows.length; i++) {
    const code = typed.codes[rows[i] as number] as number;
    const slot = code < 0 ? -1 : (slots[code] as number);
    const taken = slot >= 0 ? columns[slot] : input.other ? columns.at(-1) : undefined;
    if (taken !== undefined) taken[i] = 1;
    // No training row was without a level: the average row is the best that can be said.
    else for (const [level, share] of columns.entries()) share[i] = (input.counts[level] as number) / total;
  }
  return columns;
}

/** For each code of a column the place of its level in the encoder, -1 where it has none. */
export function levelSlots(input: CategoryEncoder, { levels }: CategoryColumn): Int32Array {
  const places = new Map(input.levels.map((level, place) => [level, place]));
  return Int32Array.from(levels, (level) => places.get(level) ?? -1);
}

function missingMarks(values: Float64Array, rows: Int32Array): Float64Array {
  return column(rows, (row) => (Number.isNaN(values[row]) ? 1 : 0));
}

function column(rows: Int32Array, value: (row: number) => number): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = value(rows[i] as number);
  return values;
}

function ofKind<K extends Kind>(typed: TypedColumn, kind: K): Extract<TypedColumn, { kind: K }> {
  if (typed.kind === kind) return typed as Extract<TypedColumn, { kind: K }>;
  throw new NeuriteError(
    "internal",
    `internal: column ${typed.name} was read as ${typed.kind}, its encoder is for ${kind}.`,
  );
}
