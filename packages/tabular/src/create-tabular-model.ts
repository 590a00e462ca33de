import { type Answers, type ClassAnswers, chosenLabels, decodeOutput } from "./answers";
import { answerBaseline } from "./baseline";
import { baselineStatistics, type ClassStatistics, type LineStatistics } from "./baseline-statistics";
import { allRows, isUnused } from "./encode-inputs";
import type { ModelParts } from "./model-parts";
import { networkInputs } from "./network-inputs";
import { readInputs } from "./read-inputs";
import { traceRow } from "./row-trace";
import type { Table } from "./table";
import type { ClassTestScores, NumberTestScores, TableScores } from "./table-scores";
import { type InputRow, type TableSource, tableRow, toTable } from "./table-source";
import type { ClassPrediction, ModelColumn, TabularModel } from "./tabular-model";
import type { Warning } from "./warning";

/** Makes a model of its parts: what `fitTable` found, or what stood in a file. */
export function createTabularModel<Row>(parts: ModelParts): TabularModel<Row> {
  const { encoder } = parts;
  const { target } = encoder;
  const columns: readonly ModelColumn[] = encoder.inputs.map((input) => ({
    name: input.column,
    kind: input.kind,
    used: !isUnused(input),
  }));
  const common = { ...parts, target: target.column, columns };
  switch (target.task) {
    case "regression":
      return Object.freeze({
        ...common,
        task: "regression",
        scores: parts.scores as TableScores<NumberTestScores>,
        predict: (source: TableSource<Row>) => numbersOf(ask(parts, source, "network").answers),
        predictTable: (source: TableSource<Row>) => {
          const { answers, warnings } = ask(parts, source, "network");
          return { predictions: numbers(answers), warnings };
        },
        predictBaseline: (source: TableSource<Row>) => numbersOf(ask(parts, source, "baseline").answers),
        baselineStatistics: () => baselineStatistics(parts.baseline, encoder) as LineStatistics,
        trace: (source: InputRow<Row> | TableSource<Row>, row?: number) =>
          traceRow(parts, oneRow(source, row), (answers) => numbers(answers)[0] ?? 0),
      } as const);
    case "classification":
      return Object.freeze({
        ...common,
        task: "classification",
        classes: target.labels,
        scores: parts.scores as TableScores<ClassTestScores>,
        predict: (source: TableSource<Row>) => classesOf(classes(ask(parts, source, "network").answers)),
        predictTable: (source: TableSource<Row>) => {
          const { answers, warnings } = ask(parts, source, "network");
          const found = classes(answers);
          return { ...found, predictions: chosenLabels(found), warnings };
        },
        predictBaseline: (source: TableSource<Row>) => classesOf(classes(ask(parts, source, "baseline").answers)),
        baselineStatistics: () => baselineStatistics(parts.baseline, encoder) as ClassStatistics,
        trace: (source: InputRow<Row> | TableSource<Row>, row?: number) =>
          traceRow(parts, oneRow(source, row), (answers) => classesOf(classes(answers))[0] as ClassPrediction),
      } as const);
    default:
      return target satisfies never;
  }
}

/** Answers for the rows of a source, all columns encoded at once. */
function ask<Row>(
  { encoder, network, baseline }: ModelParts,
  source: TableSource<Row>,
  who: "network" | "baseline",
): { readonly answers: Answers; readonly warnings: readonly Warning[] } {
  const table = toTable(source);
  const { columns, warnings } = readInputs(encoder.inputs, table);
  const rows = allRows(table.rows);
  const answers =
    who === "baseline"
      ? answerBaseline(baseline, encoder, columns, rows)
      : decodeOutput(encoder.target, network.predict(networkInputs(encoder.inputs, columns, rows)));
  return { answers, warnings };
}

/** Row `row` of a source as a table of its own; without a number the source is a row. */
function oneRow<Row>(source: InputRow<Row> | TableSource<Row>, row: number | undefined): Table {
  if (row === undefined) return toTable([source as InputRow<Row>]);
  return tableRow(toTable(source as TableSource<Row>), row);
}

function numbers(answers: Answers): Float64Array {
  return "numbers" in answers ? answers.numbers : new Float64Array(0);
}

function numbersOf(answers: Answers): readonly number[] {
  return Array.from(numbers(answers));
}

function classes(answers: Answers): ClassAnswers {
  return "numbers" in answers ? { classes: [], probabilities: new Float64Array(0) } : answers;
}

function classesOf(answers: ClassAnswers): readonly ClassPrediction[] {
  const { length } = answers.classes;
  return chosenLabels(answers).map((label, row) => {
    const probabilities = Array.from(answers.probabilities.subarray(row * length, (row + 1) * length));
    return { label, probability: Math.max(...probabilities), probabilities };
  });
}
