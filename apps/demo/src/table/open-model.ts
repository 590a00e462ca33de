// A model from a file, held against the table at hand: what it says of the rows that have its target.
import {
  builtins,
  createRegistry,
  loadTable,
  readInputs,
  readTarget,
  type Table,
  type TabularModel,
  type TypedColumn,
  type Warning,
} from "neurite";
import { type Answered, answered } from "./answered";
import { askLine, askNetwork } from "./ask";
import { rowsOf } from "./line-view";

export interface OpenedModel {
  readonly model: TabularModel;
  /** Undefined where the table has no such target, so that there is nothing to compare with. */
  readonly answers: { readonly network: Answered; readonly line: Answered } | undefined;
  /** Values that the model does not know, cells that it cannot read. */
  readonly warnings: readonly Warning[];
}

/** Refuses what is no model of a table, and a table that lacks one of the model's columns. */
export function openModel(bytes: Uint8Array, table: Table): OpenedModel {
  const model: TabularModel = loadTable(bytes, { registry: createRegistry({ plugins: [builtins] }) });
  const { inputs, target } = model.encoder;
  const { warnings } = readInputs(inputs, table);
  if (!table.columns.some(({ name }) => name === target.column)) return { model, answers: undefined, warnings };
  const truth = readTarget(target, table);
  const rows = rowsWith(truth, table.rows);
  const some = rowsOf(table, rows);
  // a class that the model does not know has the index -1
  const known = (found: Answered) =>
    keep(found, (i) => (found.actual[i] as number) >= 0 || target.task === "regression");
  const network = known(answered(askNetwork(model)(some), target, truth, rows, table.lines));
  const line = known(answered(askLine(model)(some), target, truth, rows, table.lines));
  return { model, answers: network.rows.length > 0 ? { network, line } : undefined, warnings };
}

function rowsWith(target: TypedColumn, rows: number): Int32Array {
  const has =
    target.kind === "category"
      ? (row: number) => (target.codes[row] as number) >= 0
      : (row: number) => !Number.isNaN(target.values[row]);
  return Int32Array.from({ length: rows }, (_, row) => row).filter(has);
}

function keep({ rows, lines, actual, predicted, sure }: Answered, is: (i: number) => boolean): Answered {
  const kept = <T extends Int32Array | Float64Array>(values: T) => values.filter((_, i) => is(i)) as T;
  return { rows: kept(rows), lines: kept(lines), actual: kept(actual), predicted: kept(predicted), sure: kept(sure) };
}
