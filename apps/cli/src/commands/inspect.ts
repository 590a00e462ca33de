import type { Command } from "commander";
import { type InspectOptions, inspectTable } from "neurite";
import { addColumnOptions, type ColumnFlags, columnOptions } from "../column-options";
import { readFile } from "../files/read-file";
import type { Io } from "../io";
import { readTable } from "../table/read-table";
import { toTable } from "../table/to-table";
import { colorsFor } from "../terminal/colors";
import { printWarnings, warningText } from "../warnings";
import { inspectText } from "./inspect-text";

interface InspectFlags extends ColumnFlags {
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
  addColumnOptions(command)
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action((file: string, flags: InspectFlags) => inspect(file, flags, io));
}

const examples = `
Examples:
  neurite inspect bikes.csv
  neurite inspect bikes.csv --target cnt --json
  neurite inspect cnt.safetensors`;

async function inspect(file: string, flags: InspectFlags, io: Io): Promise<void> {
  const { bytes, name } = await readFile(file, io);
  const text = readTable(bytes, name);
  const options: InspectOptions = {
    ...columnOptions(flags, text.header),
    ...(flags.target === undefined ? {} : { target: flags.target }),
  };
  const summary = inspectTable(toTable(text), options);
  const warnings = [...text.warnings, ...summary.warnings.map(warningText)];
  if (flags.json) {
    io.stdout.write(`${JSON.stringify({ ...summary, warnings })}\n`);
    return;
  }
  printWarnings(warnings, io);
  io.stdout.write(inspectText(summary, name, colorsFor(io.stdout, io)));
}
