// --plugin means the same in every command.
import type { Command } from "commander";
import { collect } from "../option-values";

/** The option as commander hands it over. */
export interface PluginFlags {
  readonly plugin?: readonly string[];
}

/** Adds the option to a command. */
export function addPluginOption(command: Command): Command {
  return command.option(
    "--plugin <path or package>",
    "take the kinds of a plugin too: a file such as ./acme.mjs, or an installed package (may be given several times)",
    collect,
  );
}
