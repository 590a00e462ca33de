import type { Category, Origin } from "@neurite/plugin";
import { excerpt } from "./excerpt";
import { describePlugin, type PluginInFile } from "./plugin-in-file";

/** Something that a reader of a file should know of a plugin that the file names. */
export interface FileWarning extends PluginInFile {
  /**
   * `missing-plugin`: the registry lacks a kind, which runs from its expression in the file, told once a kind. `other-version`: the
   * registry has it from another version of its package than the file was written with, told once a plugin.
   */
  readonly code: "missing-plugin" | "other-version";
  /** What the kind is: the first one of its plugin, under `other-version`. */
  readonly category: Category;
  readonly kind: string;
  /** The package that the registry has the kind from, under `other-version`. */
  readonly installed?: NonNullable<Origin["package"]>;
  /** What is the matter, and what to do about it. */
  readonly message: string;
}

/** Says where to get a plugin that is missing, and how to pass it. */
export function remedyInCode({ plugin, package: source, install }: PluginInFile): string {
  const get =
    install === undefined
      ? `Get the plugin ${excerpt(plugin)} from whoever made the file`
      : `Run npm install ${install}, import { plugin } from "${source?.name}"`;
  return `${get} and pass it: createRegistry({ plugins: [builtins, plugin] }).`;
}

/** The warning that a kind runs without its plugin. */
export function missingPlugin(category: Category, kind: string, plugin: PluginInFile, remedy: string): FileWarning {
  const effect =
    category === "initializer"
      ? "the weights come from the file, but new ones cannot be drawn"
      : "it runs from its expression in the file, with the same results";
  const message = `The ${category} ${excerpt(kind)} of the plugin ${describePlugin(plugin)} is missing here: ${effect}. ${remedy}`;
  return { code: "missing-plugin", category, kind, ...plugin, message };
}

/** The warning that a plugin is there in another version, if it is. */
export function otherVersion(
  category: Category,
  kind: string,
  plugin: PluginInFile,
  known: Origin | undefined,
): FileWarning | undefined {
  const [written, installed] = [plugin.package, known?.package];
  if (written === undefined || installed === undefined) return undefined;
  if (written.name === installed.name && written.version === installed.version) return undefined;
  const remedy =
    plugin.install === undefined
      ? "Get that version from whoever made the file for the same results"
      : `Run npm install ${plugin.install} for the same results`;
  const message = `The file was written with the plugin ${describePlugin(plugin)}, and here it is ${installed.name} ${installed.version}: ${excerpt(kind)} may give other results. ${remedy}, or check that they are right.`;
  return { code: "other-version", category, kind, ...plugin, installed, message };
}
