import { CommanderError } from "commander";
import { type ErrorCode, NeuriteError } from "neurite";
import { type ExitCode, exitCode } from "./exit-code";
import type { Io } from "./io";
import { colorsFor } from "./terminal/colors";
import { printable } from "./terminal/printable";

/**
 * Prints what went wrong on stderr, as `error[code]: sentence` or as one line of JSON, and tells the exit code.
 *
 * A stack is printed only for faults of neurite itself, and only where `NEURITE_DEBUG` is set.
 */
export function reportError(thrown: unknown, argv: readonly string[], io: Io): ExitCode {
  const error = asNeuriteError(thrown, argv);
  if (error === undefined) return 0;
  const { code, message } = error;
  if (argv.includes("--json")) io.stderr.write(`${JSON.stringify({ error: { code, message } })}\n`);
  else io.stderr.write(`${colorsFor(io.stderr, io).red(`error[${code}]:`)} ${printable(message)}\n`);
  if (code === "internal" && io.env.NEURITE_DEBUG && thrown instanceof Error) io.stderr.write(`${thrown.stack}\n`);
  return exitCode(code);
}

function asNeuriteError(thrown: unknown, argv: readonly string[]): { code: ErrorCode; message: string } | undefined {
  if (thrown instanceof NeuriteError) return thrown;
  if (thrown instanceof CommanderError) {
    if (thrown.exitCode === 0) return undefined;
    return { code: "usage", message: usageSentence(thrown.message, argv) };
  }
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const remedy = argv.some((word) => /^--plugin(=|$)/.test(word))
    ? "It may be the fault of a plugin: leave it out, or see where with NEURITE_DEBUG=1."
    : "Please report this with the command that led to it.";
  return { code: "internal", message: `internal: ${text.replace(/[.]?$/, ".")} ${remedy}` };
}

const commands = ["train", "predict", "trace", "inspect", "plugins"];

/** Commander says "error: unknown option '--sed'\n(Did you mean --seed?)"; here it becomes a sentence with a remedy. */
function usageSentence(message: string, argv: readonly string[]): string {
  if (message === "(outputHelp)") {
    return `Expected a command: ${commands.slice(0, -1).join(", ")} or ${commands.at(-1)}. Run \`neurite --help\`.`;
  }
  const text = message.replace(/^error: /, "").replaceAll("\n", " ");
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  const end = /[.?)]$/.test(sentence) ? "" : ".";
  const command = commands.find((name) => name === argv[0]);
  return `${sentence}${end} Run \`neurite ${command === undefined ? "" : `${command} `}--help\`.`;
}
