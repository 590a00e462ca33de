import { Command } from "commander";
import { version } from "../package.json";
import { addInspect } from "./commands/inspect";
import { addPlugins } from "./commands/plugins";
import { addPredict } from "./commands/predict";
import { addRegress } from "./commands/regress";
import { addTrace } from "./commands/trace";
import { addTrain } from "./commands/train";
import type { Io } from "./io";

/** The command line: what the commands and options are called, and what `--help` says of them. */
export function createProgram(io: Io): Command {
  const program = new Command("neurite")
    .description("Train a neural network on a table, see whether it beats a straight line, and follow its numbers.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText("after", general);
  // Subcommands take over output and exit override from the program they are added to.
  addTrain(program, io);
  addPredict(program, io);
  addTrace(program, io);
  addInspect(program, io);
  addRegress(program, io);
  addPlugins(program, io);
  return program;
}

const general = `
A table is a CSV file with a header line, in UTF-8; "-" reads it from standard input.
Results go to standard output, progress and messages to standard error.

Exit codes:
  0  all is well
  1  failure
  2  called wrongly, or a file would be overwritten
  3  something is wrong with the data or a file

Example:
  neurite inspect bikes.csv --target cnt
  neurite regress bikes.csv --formula "cnt ~ temp + hum"
  neurite train bikes.csv --target cnt --ignore casual,registered
  neurite predict cnt.safetensors bikes.csv > predicted.csv
  neurite trace cnt.safetensors bikes.csv --row 1`;
