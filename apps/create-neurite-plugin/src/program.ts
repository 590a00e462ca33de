import { Command, Option } from "commander";
import { version } from "../package.json";
import type { Given } from "./ask";
import { type Category, categoryNames } from "./category";
import type { Io } from "./io";

/** The command line: what may be said, and what `--help` says of it. `make` is called with what was said. */
export function createProgram(io: Io, make: (given: Given) => Promise<void>): Command {
  return new Command("create-neurite-plugin")
    .usage("[name] [options]")
    .description(
      "Makes a plugin for neurite: a package with one kind of your own, its tests, and all it takes to publish it.",
    )
    .argument("[name]", "what it is called: my-swish makes the package neurite-plugin-my-swish; a scope is kept")
    .addOption(new Option("-k, --kind <kind>", "what it adds").choices(categoryNames))
    .option("-y, --yes", "take the usual answers and ask nothing: an activation called my-activation")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .showSuggestionAfterError()
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText("after", general)
    .action((name: string | undefined, options: { kind?: Category; yes?: true }) => make({ name, ...options }));
}

const general = `
What is not said is asked, where there is a terminal. The folder is made where you are; one that holds something is left alone.

Exit codes:
  0    all is well
  1    failure
  2    called wrongly, or a folder would be overwritten
  130  Ctrl-C, nothing was written

Example:
  npm create neurite-plugin
  npm create neurite-plugin my-swish -- --kind activation
  npm create neurite-plugin @acme/neurite-plugin-snake -- --kind activation --yes`;
