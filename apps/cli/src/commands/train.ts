import { resolve } from "node:path";
import { readCsv, toTable } from "@neurite/csv";
import { type Command, Option } from "commander";
import { fitTable, NeuriteError, saveTable, type TabularModel, type Task } from "neurite";
import { activationOption } from "../activation-option";
import { checkpointOptions } from "../checkpoint-options";
import { addColumnOptions, type ColumnFlags, columnOptions } from "../column-options";
import { commandWord } from "../command-word";
import { readFile } from "../files/read-file";
import { checkWritable, writeFile } from "../files/write-file";
import type { Io } from "../io";
import { modelPath } from "../model-path";
import { positiveNumber, share, unitList, wholeNumber } from "../option-values";
import { addPluginOption, type PluginFlags } from "../plugins/plugin-option";
import { openRegistry } from "../registry";
import { colorsFor } from "../terminal/colors";
import { printWarnings, warningText } from "../warnings";
import { type TrainReport, trainText } from "./train-report";
import { watchTraining } from "./watch-training";

interface TrainFlags extends ColumnFlags, PluginFlags {
  readonly target: string;
  readonly task?: Task;
  readonly seed: number;
  readonly out?: string;
  readonly force?: boolean;
  readonly epochs?: number;
  readonly units?: readonly number[];
  readonly activation?: string;
  readonly batchSize?: number;
  readonly learningRate?: number;
  readonly timeBudget?: number;
  readonly checkpoint?: string;
  readonly resume?: string;
  readonly validation?: number;
  readonly test?: number;
  readonly json?: boolean;
}

/** Adds `train`: a table in, a model file and the scores of network and line out. */
export function addTrain(program: Command, io: Io): void {
  const command = program
    .command("train")
    .summary("train a network on a table and hold it against a straight line")
    .description(
      "Fit a straight line (a linear model) and a network, score both on rows that neither has seen, save the model.",
    )
    .argument("<file>", 'a CSV file; "-" is standard input')
    .option("--target <column>", "the column to predict; it has to be named");
  addColumnOptions(command)
    .addOption(new Option("--task <task>", "what the target is").choices(["regression", "classification"]))
    .option("--seed <number>", "decides split, initial weights and order", wholeNumber(0), 0)
    .option("--out <file>", "where the model goes (default: <target>.safetensors)")
    .option("--force", "replace an existing file")
    .option("--units <list>", "neurons of each hidden layer (default: 64,64)", unitList)
    .option(
      "--activation <name>",
      'the activation of the hidden layers (see neurite plugins), or its formula, as in "x * sigmoid(x)" (default: gelu)',
    )
    .option(
      "--epochs <number>",
      "the most passes over the training rows (default: by the number of rows)",
      wholeNumber(1),
    )
    .option("--batch-size <number>", "rows in a step (default: by the number of rows)", wholeNumber(1))
    .option("--learning-rate <number>", "the size of a step (default: 0.005)", positiveNumber)
    .option(
      "--time-budget <seconds>",
      "ends the training of the network after so long, with its best weights",
      positiveNumber,
    )
    .option("--checkpoint <file>", "keeps the state of the training in a file, every 5 seconds or 50 epochs")
    .option("--resume <file>", "goes on from a checkpoint: same table, same options, same numbers as in one run")
    .option("--validation <share>", "the share of rows that decides when to stop (default: 0.15)", share)
    .option("--test <share>", "the share of rows that both are scored on (default: 0.15)", share);
  addPluginOption(command)
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action((file: string, flags: Partial<TrainFlags>) => train(file, withTarget(file, flags), io));
}

const examples = `
Ctrl-C ends the training early and saves the best weights so far.

Examples:
  neurite train bikes.csv --target cnt --ignore casual,registered
  neurite train bank.csv --target y --seed 2 --out bank.safetensors --force
  neurite train bank.csv --target y --plugin neurite-plugin-acme --activation acme/snake
  cat bank.csv | neurite train - --target y --json`;

/** Asked for here and not as a required option: a misspelt `--taget` is then told by its own name. */
function withTarget(file: string, flags: Partial<TrainFlags>): TrainFlags {
  const { target, seed = 0 } = flags;
  if (target !== undefined) return { ...flags, target, seed };
  const table = file === "-" ? "the table" : file;
  throw new NeuriteError("usage", `--target is missing: name the column of ${table} to predict, as in --target price.`);
}

async function train(file: string, flags: TrainFlags, io: Io): Promise<void> {
  const { activation: kind, out = modelPath(flags.target), force = false, json = false, ...more } = flags;
  const { checkpoint: kept, resume, plugin: plugins = [], ...settings } = more;
  const registry = await openRegistry(plugins, io);
  const activation = kind === undefined ? {} : { activation: activationOption(kind, "--activation", registry) };
  const writing = { cwd: io.cwd, force };
  if (file !== "-" && resolve(io.cwd, file) === resolve(io.cwd, out)) {
    throw new NeuriteError("usage", `${out}: the model would replace its table. Give --out another name.`);
  }
  await checkWritable(out, writing);
  const checkpoints = await checkpointOptions({ kept, resume }, [out, file], io);
  const { bytes, name } = await readFile(file, io);
  const text = readCsv(bytes, name);
  const options = { ...settings, ...activation, ...checkpoints, ...columnOptions(flags, text.header) };
  const table = toTable(text);
  const watch = watchTraining(io);
  const model = await fitTable(table, { ...options, ...watch.options }).finally(watch.end);
  await writeFile(out, saveTable(model, { registry }), writing);

  const warnings = [...text.warnings, ...model.warnings.map(warningText), ...stopped(model)];
  const report = reportOf(model, out, warnings);
  if (json) {
    io.stdout.write(`${JSON.stringify(report)}\n`);
    return;
  }
  printWarnings(warnings, io);
  const colors = colorsFor(io.stdout, io);
  io.stdout.write(trainText(report, { table: file, plugins, command: commandWord(io), colors }));
}

function reportOf(model: TabularModel, path: string, warnings: readonly string[]): TrainReport {
  const { task, target, classes, columns, scores, history, seed, engine } = model;
  return {
    task,
    target,
    ...(classes !== undefined && { classes }),
    rows: scores.rows,
    columns: columns.filter(({ used }) => used).map((column) => column.name),
    baseline: scores.baseline,
    network: scores.network,
    baselineStatistics: model.baselineStatistics(),
    epochs: history.epochs.length,
    seed,
    engine,
    model: path,
    warnings,
  };
}

function stopped({ history }: TabularModel): string[] {
  if (history.ended === "timeBudget") {
    const { length } = history.epochs;
    return [
      length === 0
        ? "The time budget was over before the first epoch: the network has learnt little."
        : `The time budget was over in epoch ${length + 1}; the model has the best weights so far, those of epoch ${history.bestEpoch}.`,
    ];
  }
  if (history.ended !== "aborted") return [];
  const { length } = history.epochs;
  if (length === 0) return ["Training was stopped before its first epoch was over: the network has learnt little."];
  return [
    `Training was stopped in epoch ${length + 1}; the model has the best weights so far, those of epoch ${history.bestEpoch}.`,
  ];
}
