import {
  type AddedColumn,
  checkAddedNames,
  numberCell,
  readCsv,
  type TextTable,
  tableWithColumns,
  toTable,
} from "@neurite/csv";
import type { Command } from "commander";
import type { ClassPredictions, NumberPredictions, TabularModel } from "neurite";
import { readFile } from "../files/read-file";
import { checkOneStdin, readModel } from "../files/read-model";
import { checkWritable, writeFile } from "../files/write-file";
import type { Io } from "../io";
import { addPluginOption, type PluginFlags } from "../plugins/plugin-option";
import { openRegistry } from "../registry";
import { printWarnings, warningText } from "../warnings";

interface PredictFlags extends PluginFlags {
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Adds `predict`: a model and a table in, the table with predictions out. */
export function addPredict(program: Command, io: Io): void {
  const command = program
    .command("predict")
    .summary("add predictions to a table")
    .description(
      'Print the table as it is with a column "prediction" at its end; for classes also "probability_<class>" for each.',
    )
    .argument("<model>", "a model file that train has written")
    .argument("<file>", 'a CSV file with the columns of the model; "-" is standard input')
    .option("--out <file>", "write to a file (default: standard output)")
    .option("--force", "replace an existing file");
  addPluginOption(command)
    .option("--json", "print one JSON object instead of the table")
    .addHelpText("after", examples)
    .action((model: string, file: string, flags: PredictFlags) => predict(model, file, flags, io));
}

const examples = `
Columns may stand in another order, others may be there too, and cells may be missing.

Examples:
  neurite predict cnt.safetensors bikes.csv > predicted.csv
  cat new.csv | neurite predict cnt.safetensors - --out predicted.csv`;

async function predict(modelPath: string, file: string, flags: PredictFlags, io: Io): Promise<void> {
  const writing = { cwd: io.cwd, force: flags.force === true };
  checkOneStdin(modelPath, file);
  if (flags.out !== undefined) await checkWritable(flags.out, writing);
  const { model, warnings: ofModel } = await readModel(modelPath, await openRegistry(flags.plugin, io), io);
  const { bytes, name } = await readFile(file, io);
  const text = readCsv(bytes, name);
  if (!flags.json) checkAddedNames(text, addedNames(model));
  const answers = model.predictTable(toTable(text));
  const warnings = [...text.warnings, ...ofModel, ...answers.warnings.map(warningText)];

  const pieces = flags.json
    ? [`${JSON.stringify(predictObject(model, answers, text, warnings))}\n`]
    : tableWithColumns(text, addedColumns(model, answers, text));
  if (!flags.json) printWarnings(warnings, io);
  if (flags.out !== undefined) return writeFile(flags.out, [...pieces].join(""), writing);
  for (const piece of pieces) io.stdout.write(piece);
}

type Answers = NumberPredictions | ClassPredictions;

function addedNames({ classes = [] }: TabularModel): string[] {
  return ["prediction", ...classes.map((label) => `probability_${label}`)];
}

function addedColumns(model: TabularModel, answers: Answers, text: TextTable): AddedColumn[] {
  const [name = "", ...ofClasses] = addedNames(model);
  if (!("probabilities" in answers)) {
    return [{ name, cells: Array.from(answers.predictions, (value) => numberCell(value, text)) }];
  }
  const { predictions, probabilities, classes } = answers;
  const probability = (row: number, at: number) => probabilities[row * classes.length + at] ?? 0;
  return [
    { name, cells: predictions },
    ...ofClasses.map((column, at) => ({
      name: column,
      cells: predictions.map((_, row) => numberCell(probability(row, at), text)),
    })),
  ];
}

/** The object of `--json`; `probabilities` has a list for each row, in the order of `classes`. */
function predictObject(model: TabularModel, answers: Answers, text: TextTable, warnings: readonly string[]) {
  const common = {
    target: model.target,
    task: model.task,
    engine: model.network.backend.name, // what it was predicted on; it may have been trained on another
    rows: text.rows.length,
    predictions: Array.from<number | string>(answers.predictions),
  };
  if (!("probabilities" in answers)) return { ...common, warnings };
  const { classes } = answers;
  const probabilities = text.rows.map((_, row) =>
    Array.from(answers.probabilities.subarray(row * classes.length, (row + 1) * classes.length)),
  );
  return { ...common, classes, probabilities, warnings };
}
