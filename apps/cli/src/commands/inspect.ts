import { readCsv, toTable } from "@neurite/csv";
import type { Command } from "commander";
import { inspectTable, NeuriteError } from "neurite";
import { addColumnOptions, type ColumnFlags, columnOptions } from "../column-options";
import { commandWord } from "../command-word";
import { isSafetensors } from "../files/is-safetensors";
import { type NamedBytes, readFile } from "../files/read-file";
import type { Io } from "../io";
import { addPluginOption, type PluginFlags } from "../plugins/plugin-option";
import { openRegistry } from "../registry";
import { colorsFor } from "../terminal/colors";
import { printWarnings, warningText } from "../warnings";
import { inspectModel } from "./inspect-model";
import { inspectText } from "./inspect-text";

interface InspectFlags extends ColumnFlags, PluginFlags {
  readonly target?: string;
  readonly json?: boolean;
}

/** Adds `inspect`: what is in a table or a model file, and what to mind. */
export function addInspect(program: Command, io: Io): void {
  const command = program
    .command("inspect")
    .summary("show what is in a table or a model file")
    .description("Show the columns of a table and what would spoil a model, or what is in a model file.")
    .argument("<file>", 'a CSV file or a model; "-" is standard input')
    .option("--target <column>", "the column that is to be predicted (default: the last)");
  addPluginOption(addColumnOptions(command))
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action((file: string, flags: InspectFlags) => inspect(file, flags, io));
}

const examples = `
Examples:
  neurite inspect bikes.csv
  neurite inspect bikes.csv --target cnt --json
  neurite inspect cnt.safetensors
  neurite inspect cnt.safetensors --plugin ./acme.mjs`;

async function inspect(file: string, flags: InspectFlags, io: Io): Promise<void> {
  const read = await readFile(file, io);
  if (!isSafetensors(read)) return inspectCsv(read, flags, io);
  const { json = false, plugin, ...ofTables } = flags;
  const [wrong] = Object.keys(ofTables);
  if (wrong !== undefined) {
    throw new NeuriteError("usage", `--${wrong} is for tables, and ${read.name} is a model file. Leave it out.`);
  }
  return inspectModel(read, json, await openRegistry(plugin, io), io);
}

function inspectCsv({ bytes, name }: NamedBytes, flags: InspectFlags, io: Io): void {
  if (flags.plugin !== undefined) {
    throw new NeuriteError("usage", `--plugin is for model files, and ${name} is a table. Leave it out.`);
  }
  const text = readCsv(bytes, name);
  const given = columnOptions(flags, text.header);
  const summary = inspectTable(toTable(text), {
    ...given,
    ...(flags.target === undefined ? {} : { target: flags.target }),
  });
  const warnings = [...text.warnings, ...summary.warnings.map(warningText)];
  if (flags.json) {
    io.stdout.write(`${JSON.stringify({ ...summary, warnings })}\n`);
    return;
  }
  printWarnings(warnings, io);
  io.stdout.write(inspectText(summary, { name, command: commandWord(io), given, colors: colorsFor(io.stdout, io) }));
}
