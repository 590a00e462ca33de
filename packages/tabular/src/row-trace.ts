import type { ForwardTrace } from "@neurite/network";
import { type Answers, decodeOutput } from "./answers";
import { cellText } from "./cell";
import { allRows } from "./encode-inputs";
import type { CategoryEncoder, RegressionTarget } from "./encoder";
import { embeddedOf, featuresOf } from "./features";
import type { ModelParts } from "./model-parts";
import { networkInputs } from "./network-inputs";
import { readInputs } from "./read-inputs";
import type { Table } from "./table";
import type { Warning } from "./warning";

/** A number that goes into the network, and where it comes from. */
export interface TracedFeature {
  readonly name: string;
  /** The column of the table; null for the one feature of a table that has none. */
  readonly column: string | null;
  /** The cell as text; "" where it is missing. */
  readonly cell: string;
  readonly value: number;
}

/** An index that goes into the network: which vector stands for a value of many. */
export interface TracedIndex {
  readonly column: string;
  readonly cell: string;
  readonly index: number;
  /** The level with that index; null for the place of missing, rare and unseen values. */
  readonly level: string | null;
}

/** One row on its way through a model. */
export interface RowTrace<Prediction> {
  readonly features: readonly TracedFeature[];
  readonly indices: readonly TracedIndex[];
  /** Every layer with its numbers. */
  readonly network: ForwardTrace;
  /** What the network answers: a standardised number, or probabilities. */
  readonly output: readonly number[];
  /** For numbers: the prediction is mean + output · deviation. */
  readonly scale?: Pick<RegressionTarget, "mean" | "deviation">;
  /** What `predict` says. */
  readonly prediction: Prediction;
  readonly warnings: readonly Warning[];
}

/** Follows a table of one row through a model; `finish` makes the prediction of the answers. */
export function traceRow<Prediction>(
  { encoder, network }: ModelParts,
  table: Table,
  finish: (answers: Answers) => Prediction,
): RowTrace<Prediction> {
  const { columns, warnings } = readInputs(encoder.inputs, table);
  const [features, ...categories] = networkInputs(encoder.inputs, columns, allRows(1));
  const inputs = features === undefined ? categories : [features, ...categories];
  const forward = network.trace(inputs);
  const output = forward.outputs[0] ?? [];
  const cells = new Map(table.columns.map((column) => [column.name, cellText(column.cells[0])]));
  const levels = new Map(encoder.inputs.map((input) => [input.column, levelsOf(input)]));
  const { target } = encoder;
  const data = Float64Array.from(output);
  return {
    features: featuresOf(encoder.inputs).map(({ name, column }, i) => {
      const cell = column === null ? "" : (cells.get(column) ?? "");
      return { name, column, cell, value: features?.data[i] ?? 0 };
    }),
    indices: embeddedOf(encoder.inputs).map(({ column }, i) => {
      const index = categories[i]?.data[0] ?? 0;
      const level = index === 0 ? null : (levels.get(column)?.[index - 1] ?? null);
      return { column, cell: cells.get(column) ?? "", index, level };
    }),
    network: forward,
    output,
    ...(target.task === "regression" && { scale: { mean: target.mean, deviation: target.deviation } }),
    prediction: finish(decodeOutput(target, { shape: [1, data.length], dtype: "float64", data })),
    warnings,
  };
}

function levelsOf(input: { readonly kind: string } | CategoryEncoder): readonly string[] {
  return "levels" in input ? input.levels : [];
}
