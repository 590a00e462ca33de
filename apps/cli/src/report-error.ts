import { CommanderError } from "commander";
import { type ErrorCode, NeuriteError } from "neurite";
import { type ExitCode, exitCode } from "./exit-code";
import type { Io } from "./io";
import { placeInPlugin } from "./plugins/place-in-plugin";
import { colorsFor } from "./terminal/colors";
import { printable } from "./terminal/printable";

/**
 * Prints what went wrong on stderr, as `error[code]: sentence` or as one line of JSON, and tells the exit code.
 *
 * A stack is printed only for faults of neurite itself, and only where `NEURITE_DEBUG` is set.
 */
export function reportError(thrown: unknown, argv: readonly string[], io: Io): ExitCode {
  const error = asNeuriteError(thrown, argv, io);
  if (error === undefined) return 0;
  const { code, message } = error;
  if (argv.includes("--json")) io.stderr.write(`${JSON.stringify({ error: { code, message } })}\n`);
  else io.stderr.write(`${colorsFor(io.stderr, io).red(`error[${code}]:`)} ${printable(message)}\n`);
  if (code === "internal" && io.env.NEURITE_DEBUG && thrown instanceof Error) io.stderr.write(`${thrown.stack}\n`);
  return exitCode(code);
}

function asNeuriteError(
  thrown: unknown,
  argv: readonly string[],
  io: Io,
): { code: ErrorCode; message: string } | undefined {
  if (thrown instanceof NeuriteError) return thrown;
  if (thrown instanceof CommanderError) {
    if (thrown.exitCode === 0) return undefined;
    return { code: "usage", message: usageSentence(thrown.message, argv) };
  }
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const plugins = pluginsIn(argv);
  const remedy =
    plugins.length === 0
      ? "Please report this with the command that led to it."
      : blame(plugins, placeInPlugin(thrown, plugins, io));
  return { code: "internal", message: `internal: ${text.replace(/[.]?$/, ".")} ${remedy}` };
}

/** What `--plugin` was given, read off the command line, since the fault may have come up anywhere. */
function pluginsIn(argv: readonly string[]): readonly string[] {
  return argv.flatMap((word, i) => {
    if (word.startsWith("--plugin=")) return word.slice("--plugin=".length);
    return word === "--plugin" ? (argv[i + 1] ?? []) : [];
  });
}

function blame(plugins: readonly string[], place: string | undefined): string {
  const [suspects, them] =
    plugins.length === 1
      ? [`the plugin ${plugins[0]}`, "it"]
      : [`one of the plugins ${plugins.slice(0, -1).join(", ")} and ${plugins.at(-1)}`, "them"];
  return place === undefined
    ? `It may be the fault of ${suspects}: leave ${them} out, or see where with NEURITE_DEBUG=1.`
    : `It may be the fault of ${suspects}, see ${place}: mend that or leave ${them} out.`;
}

const commands = ["train", "predict", "trace", "inspect", "regress", "plugins"];

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
