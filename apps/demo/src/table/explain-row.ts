// One row on its way through network and line, as plain data.
import {
  allRows,
  baselineColumns,
  type Cell,
  type RowTrace,
  readInputs,
  type TabularModel,
  tableFromColumns,
} from "neurite";
import { askLine, askNetwork } from "./ask";
import { valuesFor } from "./surface";

/** A product of the straight line. */
export interface LineTerm {
  readonly name: string;
  readonly estimate: number;
  readonly x: number;
}

export interface ExplainedRow {
  /** A number, or for classes the probability of the one asked for. */
  readonly network: number;
  readonly line: number;
  readonly trace: Pick<RowTrace<unknown>, "features" | "indices" | "network" | "output" | "scale">;
  readonly lineTerms: readonly LineTerm[];
  readonly intercept: number;
  /** Of numbers and dates what they are standardised by. */
  readonly scales: Readonly<Record<string, { readonly mean: number; readonly deviation: number }>>;
}

export function explainRow(model: TabularModel, cells: ReadonlyMap<string, Cell>, label: number): ExplainedRow {
  const table = tableFromColumns([...cells].map(([name, cell]) => [name, [cell]] as const));
  const { features, indices, network, output, scale } = model.trace(table, 0);
  const { baseline, encoder } = model;
  const linear = baseline.kind === "linear" || baseline.kind === "logistic" ? baseline : undefined;
  const { columns } = readInputs(encoder.inputs, table);
  const values = new Map(
    baselineColumns(encoder.inputs, columns, allRows(1)).map(({ name, values }) => [name, values[0] ?? 0]),
  );
  return {
    network: valuesFor(askNetwork(model)(table), label)[0] ?? 0,
    line: valuesFor(askLine(model)(table), label)[0] ?? 0,
    trace: { features, indices, network, output, ...(scale && { scale }) },
    lineTerms: linear?.coefficients.map(({ name, estimate }) => ({ name, estimate, x: values.get(name) ?? 0 })) ?? [],
    intercept: linear?.intercept ?? 0,
    scales: Object.fromEntries(
      encoder.inputs.flatMap((input) =>
        input.kind === "number" || input.kind === "date"
          ? [[input.column, { mean: input.mean, deviation: input.deviation }]]
          : [],
      ),
    ),
  };
}
