import type { PluginInFile } from "neurite";
import { oneLine } from "../terminal/one-line";

/** Says where to get a plugin that a file names, and how to pass it to this command. */
export function pluginRemedy({ plugin, package: source, install }: PluginInFile): string {
  return install === undefined
    ? `Get the plugin "${oneLine(plugin)}" from whoever made the file, then pass it with --plugin.`
    : `Run npm install ${install}, then pass --plugin ${source?.name}.`;
}
