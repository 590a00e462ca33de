import type { Origin } from "@neurite/plugin";
import { excerpt } from "./excerpt";

/** A plugin as a file names it. */
export interface PluginInFile extends Origin {
  /** What npm installs it by, as in `neurite-plugin-acme@1.2.3`; left out where the file names no package that npm could have. */
  readonly install?: string;
}

/** The names that npm gives to packages, without those that a shell or npm's own command line would take for something else. */
const packageName = /^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/;

/** A version of https://semver.org. */
const version =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*))*)?(\+[\da-zA-Z-]+(\.[\da-zA-Z-]+)*)?$/;

const longestName = 214;
const longestVersion = 64;

/**
 * Names a plugin as a file does.
 *
 * What a file says may come from anyone: only what looks like a package and a version becomes something to install.
 */
export function pluginInFile(plugin: string, source: Origin["package"]): PluginInFile {
  if (source === undefined) return { plugin };
  const plausible =
    source.name.length <= longestName &&
    source.version.length <= longestVersion &&
    packageName.test(source.name) &&
    version.test(source.version);
  return { plugin, package: source, ...(plausible && { install: `${source.name}@${source.version}` }) };
}

/** `"acme" (neurite-plugin-acme 1.0.0)`, for messages. */
export function describePlugin({ plugin, package: source, install }: PluginInFile): string {
  if (source === undefined) return excerpt(plugin);
  const [name, number] = [source.name, source.version].map((text) => (install === undefined ? excerpt(text) : text));
  return `${excerpt(plugin)} (${name} ${number})`;
}
