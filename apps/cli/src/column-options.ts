// --ignore, --categories and --numbers mean the same in every command.
import type { Command } from "commander";
import type { ColumnOptions } from "neurite";
import { collect } from "./option-values";

/** The options as commander hands them over. */
export interface ColumnFlags {
  readonly ignore?: readonly string[];
  readonly categories?: readonly string[];
  readonly numbers?: readonly string[];
}

/** Adds the options to a command. */
export function addColumnOptions(command: Command): Command {
  return command
    .option("--ignore <columns>", "leave these columns out (commas between, or given several times)", collect)
    .option("--categories <columns>", "read these columns as categories, such as codes that are numbers", collect)
    .option("--numbers <columns>", "read these columns as numbers; other cells count as missing", collect);
}

/** The columns that the options name. */
export function columnOptions(flags: ColumnFlags, header: readonly string[]): ColumnOptions {
  return {
    ...(flags.ignore ? { ignore: columnList(flags.ignore, header) } : {}),
    ...(flags.categories ? { categories: columnList(flags.categories, header) } : {}),
    ...(flags.numbers ? { numbers: columnList(flags.numbers, header) } : {}),
  };
}

/** Names split at commas; a name that holds a comma is taken as it is where the table has such a column. */
function columnList(values: readonly string[], header: readonly string[]): string[] {
  const names = values.flatMap((value) =>
    header.includes(value) ? [value] : value.split(",").map((name) => name.trim()),
  );
  return [...new Set(names)].filter((name) => name !== "");
}
