// Warnings go to stderr for people, into the object of --json for machines.
import type { Warning } from "neurite";
import type { Io } from "./io";
import { shellWord } from "./shell-word";
import { colorsFor } from "./terminal/colors";
import { printable } from "./terminal/printable";

/** A warning as one line, its options written as flags: `with "ignore"` becomes `with --ignore instant`. */
export function warningText({ message, remedy }: Warning): string {
  if (remedy?.option === "task") return message.replace(/the task "(\w+)"/, "--task $1");
  const flag = remedy === undefined ? "" : `with --${remedy.option} ${shellWord(remedy.values.join(","))}`;
  const text = remedy === undefined ? message : message.replace(`with "${remedy.option}"`, () => flag);
  // not where a column has that name: Column "test" …
  return text.replace(/(?<![Cc]olumn |target )"(ignore|categories|numbers|task|test|validation)"(?= |\.|,)/g, "--$1");
}

/** Prints warnings on stderr. */
export function printWarnings(warnings: readonly string[], io: Io): void {
  const { yellow } = colorsFor(io.stderr, io);
  for (const warning of warnings) io.stderr.write(`${yellow("warning:")} ${printable(warning)}\n`);
}
