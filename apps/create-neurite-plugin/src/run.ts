import { CommanderError } from "commander";
import picocolors from "picocolors";
import { ask, type Given } from "./ask";
import type { Io } from "./io";
import { pluginFiles } from "./plugin-files";
import { checkFree, writePluginFolder } from "./plugin-folder";
import { pluginNames } from "./plugin-names";
import { createProgram } from "./program";
import { ScaffoldError } from "./scaffold-error";

/** What shells give for a command that Ctrl-C has ended. */
const interrupted = 130;

/** Runs the command with its arguments (without node and the script), and tells the exit code; never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  try {
    await createProgram(io, async (given) => {
      code = (await makePlugin(given, io)) ? 0 : interrupted;
    }).parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    return report(error, io);
  }
}

/** Asks what is left to ask, writes the folder, and says what comes next; false after Ctrl-C. */
async function makePlugin(given: Given, io: Io): Promise<boolean> {
  // before anything is asked, what was said should hold
  if (given.name !== undefined) checkFree(io.cwd, pluginNames(given.name).folder);
  const answers = await ask(given, io);
  if (answers === undefined) return false;
  const names = pluginNames(answers.name);
  const files = pluginFiles(answers.kind, names, {
    author: io.gitUser() ?? io.env.npm_config_init_author_name,
    year: io.year,
  });
  writePluginFolder(io.cwd, names.folder, files);
  const { bold, cyan } = colors(io.stdout, io);
  io.stdout.write(`Made ${bold(names.folder)}: the ${answers.kind} ${bold(`${names.prefix}/${names.identifier}`)}, in src/${names.file}.ts.

Next:
  ${cyan(`cd ${names.folder}`)}
  ${cyan("npm install")}
  ${cyan("npm test")}
  ${cyan("npm run types")}
`);
  return true;
}

function report(thrown: unknown, io: Io): number {
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
  const { code, message, exitCode } = asScaffoldError(thrown);
  io.stderr.write(`${colors(io.stderr, io).red(`error[${code}]:`)} ${message}\n`);
  return exitCode;
}

function asScaffoldError(thrown: unknown): Pick<ScaffoldError, "message" | "exitCode"> & { readonly code: string } {
  if (thrown instanceof ScaffoldError) return thrown;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof CommanderError) return new ScaffoldError("usage", usageSentence(text));
  const message = `internal: ${text.replace(/[.]?$/, ".")} Please report this with the command that led to it.`;
  return { code: "internal", message, exitCode: 1 };
}

/** Commander says "error: unknown option '--knid'\n(Did you mean --kind?)"; here it becomes a sentence with a remedy. */
function usageSentence(message: string): string {
  const text = message.replace(/^error: /, "").replaceAll("\n", " ");
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return `${sentence}${/[.?)]$/.test(sentence) ? "" : "."} Run \`npm create neurite-plugin -- --help\`.`;
}

/** Colours for a terminal only, and not where `NO_COLOR` is set (https://no-color.org) or the terminal is dumb. */
function colors(output: { readonly isTTY?: boolean }, { env }: Io) {
  return picocolors.createColors(output.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb");
}
