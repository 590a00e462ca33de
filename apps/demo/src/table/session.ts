// What the worker keeps between calls: a table, the line through it, and the model that was trained or opened.
import { type Cell, NeuriteError, readInputs, saveTable, type TabularModel, type TypedColumn } from "neurite";
import type { Call } from "../worker/remote";
import type { Answered } from "./answered";
import { askLine, askNetwork } from "./ask";
import { type Axis, axisOf, cellAt } from "./axis";
import { binColumn } from "./bin-column";
import type { Choice } from "./choice";
import type { ColumnView } from "./column-view";
import { estimateTraining, type TrainingEstimate } from "./estimate-training";
import { type ExplainedRow, explainRow } from "./explain-row";
import { type FittedLine, fitLine, type LineView } from "./line-view";
import { mostFrequent } from "./most-frequent";
import { type OpenedModel, openModel } from "./open-model";
import { type Pair, rankPairs } from "./pairs";
import { type Fault, type FileToRead, type ReadProgress, type ReadTable, readFile } from "./read-file";
import { shareColumns } from "./share-columns";
import type { SharedColumns } from "./shared-columns";
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
  /** The target's mean and standard deviation in the rows learnt from; for classes the middle of a probability and its half. */
  readonly mean: number;
  readonly deviation: number;
}

/** A model that came from a file, with what it says of the table's rows. */
export type OpenedView = ModelView & Pick<OpenedModel, "answers" | "warnings">;

/** A place among the values of all columns. */
export type Cells = Readonly<Record<string, string | number>>;

const pairBudget = 1500;

export function createSession() {
  let read: ReadTable | undefined;
  let line: FittedLine | undefined;
  let model: TabularModel | undefined;
  /** A training that was overtaken by another table, line or model does not bring its own any more. */
  let turn = 0;

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
  const viewOf = (of: TabularModel): ModelView => {
    const { target } = of.encoder;
    const { mean, deviation } = target.task === "regression" ? target : { mean: 0.5, deviation: 0.25 };
    return { axes: axesOf(of), target: of.target, labels: of.classes ?? [], mean, deviation };
  };
  const cellsOf = (cells: Cells): ReadonlyMap<string, Cell> => new Map(Object.entries(cells));

  return {
    read(file: FileToRead, call: Call): TableView | Fault {
      const found = readFile(file, (progress: ReadProgress) => call.report(progress));
      if (!found.ok) return found;
      turn++;
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
      turn++;
      model = undefined;
      line = fitLine(need(read, "table").table, choice, 0);
      return line.view;
    },

    async train(choice: Choice, call: Call): Promise<NetworkView & ModelView> {
      const own = ++turn;
      const trained = await trainNetwork(need(line, "line"), choice, 0, call);
      if (own === turn) model = trained.model;
      return { ...trained.view, ...viewOf(trained.model) };
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

    /** Opens a model file and asks it for every row of the table that has its target. */
    open(bytes: Uint8Array): OpenedView {
      const { model: opened, answers, warnings } = openModel(bytes, need(line?.table ?? read?.table, "table"));
      const view = viewOf(opened);
      turn++;
      model = opened;
      return { ...view, answers, warnings };
    },

    /** How long the training of a choice takes at most. */
    estimate(choice: Choice, call: Call): Promise<TrainingEstimate | undefined> {
      return estimateTraining(need(line, "line"), choice, call);
    },

    /** Two columns and the target for the playground; undefined where the table has no such columns. */
    share(pair: { readonly x: string; readonly y: string }): SharedColumns | undefined {
      return shareColumns(need(read, "table").name, pair, need(line, "line"));
    },
  };
}

/** The target as numbers: of many classes whether it is the most frequent. */
function numbersOf(target: TypedColumn): Float64Array {
  if (target.kind !== "category") return target.values;
  const most = mostFrequent(target);
  return Float64Array.from(target.codes, (code) => Number(code === most));
}
