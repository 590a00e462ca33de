import { type Command, Option } from "commander";
import type { Category } from "neurite";
import { categories } from "../categories";
import type { Io } from "../io";
import { addPluginOption, type PluginFlags } from "../plugins/plugin-option";
import { openRegistry } from "../registry";
import { colorsFor } from "../terminal/colors";
import { listedKinds } from "./listed-kinds";
import { pluginsText } from "./plugins-text";

interface PluginsFlags extends PluginFlags {
  readonly category?: Category;
  readonly json?: boolean;
}

/** Adds `plugins`: every kind there is, and where it comes from. */
export function addPlugins(program: Command, io: Io): void {
  const command = program
    .command("plugins")
    .summary("list every kind and the plugin that it comes from")
    .description("List the kinds that can be named, by category: those of neurite and those of the plugins passed.")
    .addOption(new Option("--category <category>", "list one category").choices(categories));
  addPluginOption(command)
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action((flags: PluginsFlags) => listPlugins(flags, io));
}

/** The characters of a line where there is no terminal to ask, or it does not know. */
const usualWidth = 100;

const examples = `
A plugin is JavaScript that is run: pass only what you trust.

Examples:
  neurite plugins --category activation
  neurite plugins --plugin ./acme.mjs --plugin neurite-plugin-other --json`;

async function listPlugins(flags: PluginsFlags, io: Io): Promise<void> {
  const kinds = listedKinds(await openRegistry(flags.plugin, io)).filter(
    ({ category }) => flags.category === undefined || category === flags.category,
  );
  if (flags.json) {
    io.stdout.write(`${JSON.stringify({ kinds })}\n`);
    return;
  }
  io.stdout.write(pluginsText(kinds, io.stdout.columns || usualWidth, colorsFor(io.stdout, io)));
}
