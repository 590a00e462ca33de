import { type Key, NeuriteError } from "@neurite/tensor";
import type { TableEncoder } from "./encoder";
import { type EncoderOptions, fitInput } from "./fit-encoder";
import { type ColumnOptions, readTable } from "./read-table";
import { type Split, type SplitOptions, splitRows } from "./split-rows";
import { missingColumn, type Table } from "./table";
import { columnFacts, tableWarnings } from "./table-warnings";
import { encodeClasses, fitTarget, rowsWithTarget } from "./target-encoder";
import { chooseTask, type Task } from "./target-task";
import type { TypedColumn } from "./typed-column";
import type { Warning } from "./warning";
import { quote } from "./wording";

/** What to predict, how to read the columns, how to split and to encode them. */
export interface PrepareOptions extends ColumnOptions, EncoderOptions, Omit<SplitOptions, "classes"> {
  readonly target: string;
  readonly task?: Task;
  /** Decides which row goes into which part. */
  readonly key: Key;
}

/** A table that is ready to train on. */
export interface PreparedTable {
  readonly encoder: TableEncoder;
  readonly split: Split;
  /** The columns that the encoder reads, for all rows. */
  readonly inputs: readonly TypedColumn[];
  readonly target: TypedColumn;
  readonly warnings: readonly Warning[];
}

/**
 * Reads a table, splits its rows and fits the encoders on the training rows.
 *
 * Rows whose target is missing are in no part. Refused: an unknown or ignored target, no other column, too few rows.
 */
export function prepareTable(table: Table, options: PrepareOptions): PreparedTable {
  const readings = readTable(table, options);
  const reading = readings.find(({ column }) => column.name === options.target);
  if (reading === undefined) throw noTarget(table, options);
  const target = reading.column;
  const inputs = readings.filter((one) => one !== reading).map(({ column }) => column);
  if (inputs.length === 0) {
    throw new NeuriteError(
      "bad-data",
      `Beside the target ${quote(options.target)} there should be at least one column to predict it from, got none. Ignore fewer columns.`,
    );
  }
  const chosen = chooseTask(reading, options);
  const warnings = tableWarnings(readings, readings.map(columnFacts), table, {
    name: options.target,
    task: chosen.task,
  });
  const rows = rowsWithTarget(target);
  const labels = chosen.task === "classification" ? fitTarget(target, chosen.task, rows, rows) : undefined;
  const classes = labels?.task === "classification" ? encodeClasses(labels, target, rows) : undefined;
  const split = splitRows(rows, options.key, classes === undefined ? options : { ...options, classes });
  const encoder: TableEncoder = {
    version: 1,
    inputs: inputs.map((column) => fitInput(column, split.train, options)),
    target: labels ?? fitTarget(target, chosen.task, rows, split.train),
  };
  return { encoder, split, inputs, target, warnings: [...warnings, ...chosen.warnings] };
}

function noTarget(table: Table, { target, ignore }: PrepareOptions): NeuriteError {
  if (!ignore?.includes(target)) return missingColumn(target, table.columns, ", which is to be the target");
  return new NeuriteError("bad-argument", `The target ${quote(target)} should not be in "ignore". Take it out of one.`);
}
