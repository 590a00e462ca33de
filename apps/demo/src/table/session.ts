// What the worker keeps between calls: a table, the line through it, and the model that was trained or opened.
import {
  builtins,
  type Cell,
  createRegistry,
  loadTable,
  NeuriteError,
  readInputs,
  saveTable,
  type TabularModel,
  type TypedColumn,
} from "neurite";
import type { Call } from "../worker/remote";
import { type Answered, answered } from "./answered";
import { askLine, askNetwork } from "./ask";
import { type Axis, axisOf, cellAt } from "./axis";
import { binColumn } from "./bin-column";
import type { Choice } from "./choice";
import type { ColumnView } from "./column-view";
import { type ExplainedRow, explainRow } from "./explain-row";
import { type FittedLine, fitLine, type LineView, rowsOf } from "./line-view";
import { type Pair, rankPairs } from "./pairs";
import { type Fault, type FileToRead, type ReadProgress, type ReadTable, readFile } from "./read-file";
import { type Surface, surfaceOf } from "./surface";
import { type NetworkView, trainNetwork } from "./train-network";

/** A table that was read, as the page shows it. */
export interface TableView {
  readonly ok: true;
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly ColumnView[];
  readonly warnings: readonly string[];
  readonly leftOut: number;
}

/** Line and network of another split of the rows. */
export interface SplitView {
  readonly seed: number;
  readonly line: Answered;
  readonly network: Answered;
  readonly ended: NetworkView["ended"];
}

/** What can be turned, and what stands there at first. */
export interface ModelView {
  readonly axes: readonly Axis[];
  readonly target: string;
  readonly labels: readonly string[];
}

/** A model that came from a file, with what it says of the table's rows. */
export interface OpenedView extends ModelView {
  readonly line: Answered;
  readonly network: Answered;
}

/** A place among the values of all columns. */
export type Cells = Readonly<Record<string, string | number>>;

const pairBudget = 1500;

export function createSession() {
  let read: ReadTable | undefined;
  let line: FittedLine | undefined;
  let model: TabularModel | undefined;

  const need = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new NeuriteError("bad-argument", `internal: there is no ${what} yet.`);
    return value;
  };
  /** The model's columns as the table at hand has them. */
  const columnsOf = ({ encoder }: TabularModel): readonly TypedColumn[] =>
    readInputs(encoder.inputs, need(line?.table ?? read?.table, "table")).columns;
  const axesOf = (of: TabularModel): readonly Axis[] => {
    const columns = new Map(columnsOf(of).map((column) => [column.name, column]));
    return of.encoder.inputs.flatMap((input) => {
      const column = columns.get(input.column);
      return column ? [axisOf(column, input)] : [];
    });
  };
  const viewOf = (of: TabularModel): ModelView => ({ axes: axesOf(of), target: of.target, labels: of.classes ?? [] });
  const cellsOf = (cells: Cells): ReadonlyMap<string, Cell> => new Map(Object.entries(cells));

  return {
    read(file: FileToRead, call: Call): TableView | Fault {
      const found = readFile(file, (progress: ReadProgress) => call.report(progress));
      if (!found.ok) return found;
      read = found;
      line = undefined;
      model = undefined;
      const { table, text, columns } = found;
      return {
        ok: true,
        name: file.name,
        rows: table.rows,
        columns,
        warnings: text.warnings,
        leftOut: text.leftOut.length,
      };
    },

    line(choice: Choice): LineView {
      model = undefined;
      line = fitLine(need(read, "table").table, choice, 0);
      return line.view;
    },

    async train(choice: Choice, call: Call): Promise<NetworkView & ModelView> {
      const trained = await trainNetwork(need(line, "line"), choice, 0, call);
      model = trained.model;
      return { ...trained.view, ...viewOf(model) };
    },

    async split({ choice, seed }: { readonly choice: Choice; readonly seed: number }, call: Call): Promise<SplitView> {
      const other = fitLine(need(read, "table").table, choice, seed);
      const { view } = await trainNetwork(other, choice, seed, call);
      return { seed, line: other.view.test, network: view.test, ended: view.ended };
    },

    /** The pairs of columns by what they say together; those that time allowed. */
    pairs(): readonly Pair[] {
      const { fit } = need(line, "line");
      const { inputs, split, target, encoder } = fit;
      const begun = performance.now();
      const used = inputs.filter(({ name }) => encoder.inputs.some(({ column }) => column === name));
      const columns = used.map((column) => binColumn(column, split.train));
      const held = split.validation.length > 0 ? split.validation : split.test;
      return rankPairs(
        columns,
        numbersOf(target),
        { train: split.train, held },
        () => performance.now() - begun > pairBudget,
      );
    },

    surface({
      x,
      y,
      cells,
      label,
    }: {
      readonly x: string;
      readonly y: string;
      readonly cells: Cells;
      readonly label: number;
    }): Surface {
      const of = need(model, "model");
      const axes = new Map(axesOf(of).map((axis) => [axis.name, axis]));
      return surfaceOf(need(axes.get(x), "column"), need(axes.get(y), "column"), cellsOf(cells), label, {
        network: askNetwork(of),
        line: askLine(of),
      });
    },

    explain({ cells, label }: { readonly cells: Cells; readonly label: number }): ExplainedRow {
      return explainRow(need(model, "model"), cellsOf(cells), label);
    },

    /** A row of the table as the model reads it, and its line in the file. */
    row(row: number): { readonly cells: Cells; readonly line: number } {
      const columns = columnsOf(need(model, "model"));
      const cells = columns.map((column): [string, string | number] => {
        if (column.kind === "category") return [column.name, column.levels[column.codes[row] ?? -1] ?? ""];
        const value = column.values[row] ?? Number.NaN;
        if (Number.isNaN(value)) return [column.name, ""];
        if (column.kind === "boolean") return [column.name, column.labels[value === 1 ? 1 : 0]];
        return [column.name, cellAt(column, value) as string | number];
      });
      return { cells: Object.fromEntries(cells), line: need(read, "table").table.lines?.[row] ?? row + 1 };
    },

    save(): Uint8Array {
      return saveTable(need(model, "model"));
    },

    /** Opens a model file and asks it for every row of the table that has a target. */
    open(bytes: Uint8Array): OpenedView {
      const opened = loadTable(bytes, { registry: createRegistry({ plugins: [builtins] }) });
      const { fit, table } = fitLine(
        need(read, "table").table,
        { target: opened.target, ignore: [], categories: [], numbers: [], shuffled: false, small: false },
        0,
      );
      const { train, validation, test } = fit.split;
      const rows = Int32Array.from([...train, ...validation, ...test]).sort();
      const some = rowsOf(table, rows);
      const { target } = opened.encoder;
      const network = answered(askNetwork(opened)(some), target, fit.target, rows, table.lines);
      const straight = answered(askLine(opened)(some), target, fit.target, rows, table.lines);
      model = opened;
      return { ...viewOf(opened), network, line: straight };
    },
  };
}

/** The target as numbers: of many classes whether it is the most frequent. */
function numbersOf(target: TypedColumn): Float64Array {
  if (target.kind !== "category") return target.values;
  const counts = new Int32Array(target.levels.length);
  for (const code of target.codes) if (code >= 0) counts[code] = (counts[code] as number) + 1;
  const most = counts.reduce((best, count, code) => (count > (counts[best] as number) ? code : best), 0);
  return Float64Array.from(target.codes, (code) => (code === most ? 1 : 0));
}
