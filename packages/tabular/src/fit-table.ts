import { decodeOutput } from "./answers";
import { answerBaseline } from "./baseline";
import { buildNetwork } from "./build-network";
import type { Cell } from "./cell";
import { createTabularModel } from "./create-tabular-model";
import { embeddedOf } from "./features";
import type { FitTableOptions } from "./fit-table-options";
import { inputShapes, networkInputs } from "./network-inputs";
import { encodeTarget, isConstant, outputHead } from "./output-head";
import { prepareFit } from "./prepare-fit";
import type { PreparedTable } from "./prepare-table";
import { settleUnseen } from "./settle-unseen";
import type { Table } from "./table";
import { partSizes, scoreAnswers, scoreWarnings, type TableScores } from "./table-scores";
import type { RowOf } from "./table-source";
import type { ClassificationModel, RegressionModel, TabularModel } from "./tabular-model";
import type { Task } from "./target-task";
import { type Trained, trainNetwork, untrained } from "./train-network";
import { trainingSettings } from "./training-settings";
import { unseenClasses } from "./unseen-classes";
import type { Warning } from "./warning";

/** A row of a table of which nothing is known before it is read. */
type TextRow = Record<string, Cell>;

/** The model of a task; of either where the table decides. */
export type ModelOf<Row, Told> = Told extends "regression"
  ? RegressionModel<Row>
  : Told extends "classification"
    ? ClassificationModel<Row>
    : TabularModel<Row>;

/**
 * Fits a network on a table, holds it against the straight line, and gives a model that predicts.
 *
 * Kinds of columns are inferred; rows are split by the seed into train, validation and test; encoders, line and network are fitted
 * on the training rows only, the network's stopping is decided on the validation rows, and both are scored once on the test rows.
 * An abort keeps the best weights so far. The same table, options and seed give the same numbers.
 *
 * Throws `missing-column`, `bad-table`, `bad-data`, `bad-cell` for a table that cannot be used, `too-few-rows` below 3 rows with a
 * target, `bad-argument` for options that cannot mean anything.
 *
 * @example
 * ```ts
 * import { fitTable } from "@neurite/tabular";
 *
 * // no straight line tells exclusive or
 * const rows = Array.from({ length: 200 }, (_, i) => ({ a: i % 2, b: (i >> 1) % 2, y: (i + (i >> 1)) % 2 === 0 ? "same" : "other" }));
 * const model = await fitTable(rows, { target: "y", task: "classification", seed: 1 });
 * console.log(model.predict([{ a: 1, b: 0 }, { a: 1, b: 1 }]).map(({ label }) => label)); // → [ 'other', 'same' ]
 * console.log(model.scores.network.accuracy); // → 1
 * ```
 */
export function fitTable<Row = TextRow, Told extends Task | undefined = undefined>(
  table: Table,
  options: FitTableOptions<TextRow> & { readonly task?: Told },
): Promise<ModelOf<Row, Told>>;
export function fitTable<Row extends RowOf<Row>, Told extends Task | undefined = undefined>(
  rows: readonly Row[],
  options: FitTableOptions<Row> & { readonly task?: Told },
): Promise<ModelOf<Row, Told>>;
export async function fitTable<Row>(
  rows: readonly Row[] | Table,
  options: FitTableOptions<Row>,
): Promise<TabularModel<Row>> {
  const prepared = prepareFit(rows, options);
  const { seed = 0 } = options;
  const { encoder, split, inputs, target: truth, baseline } = prepared;
  const { model: network, history, remarks } = await train(prepared, options, seed);

  const answers = decodeOutput(encoder.target, network.predict(networkInputs(encoder.inputs, inputs, split.test)));
  const line = answerBaseline(baseline, encoder, inputs, split.test);
  const scores: TableScores = {
    rows: partSizes(split),
    baseline: scoreAnswers(line, encoder.target, truth, split.test),
    network: scoreAnswers(answers, encoder.target, truth, split.test),
  };
  const warnings = [
    ...prepared.warnings,
    ...unseenClasses(encoder.target, truth, split),
    ...scoreWarnings(scores, encoder.target),
    ...remarks.map((message): Warning => ({ code: "dead-units", message })),
  ];
  const engine = network.backend.name;
  const parts = { network, encoder, baseline, scores, history, seed, engine, warnings };
  return createTabularModel<Row>(parts);
}

/** Trains the network on the training rows; where they have one target only there is nothing to train. */
async function train<Row>(prepared: PreparedTable, options: FitTableOptions<Row>, seed: number): Promise<Trained> {
  const { encoder, split, inputs: columns, target: truth } = prepared;
  const { signal, onProgress, onEpoch, timeBudget, checkpoint, from, backend } = options;
  const validated = split.validation.length > 0;
  const settings = trainingSettings(split.train.length, validated, options);
  const head = outputHead(encoder.target);
  const data = (rows: Int32Array) => ({
    inputs: networkInputs(encoder.inputs, columns, rows),
    targets: encodeTarget(encoder.target, truth, rows),
  });
  const plan = {
    network: buildNetwork(embeddedOf(encoder.inputs), head, settings),
    inputs: inputShapes(encoder.inputs),
    loss: head.loss,
    train: data(split.train),
    validation: validated ? data(split.validation) : undefined,
    settings,
    seed,
    ...{ signal, onProgress, onEpoch, timeBudget, checkpoint, from, backend },
  };
  const trained = isConstant(encoder.target) ? untrained(plan) : await trainNetwork(plan);
  return { ...trained, model: settleUnseen(trained.model, encoder.inputs) };
}
