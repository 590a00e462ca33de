// What `inspect` tells of the kinds in a model file that are not neurite's own.
import type { DescribedForeignKind, Origin, Registry } from "neurite";
import { categories } from "../categories";
import { pluginRemedy } from "../plugins/plugin-remedy";
import { printable } from "../terminal/printable";
import { textColumns } from "../terminal/text-columns";

/** A kind of a third party in a model file, and what it runs from here. */
export interface ForeignKind extends DescribedForeignKind {
  /** Null where neither a plugin nor the file has it. */
  readonly runsFrom: "plugin" | "file" | null;
  /** The plugin that was passed and has the kind. */
  readonly passed?: Origin;
  /** Where to get its plugin, if none was passed. */
  readonly remedy?: string;
}

/** Holds the kinds of a file against what is known here. */
export function foreignKinds(described: readonly DescribedForeignKind[], registry: Registry): readonly ForeignKind[] {
  return described.map((kind) => {
    const passed = passedFrom(kind, registry);
    if (passed !== undefined) return { ...kind, runsFrom: "plugin", passed };
    return { ...kind, runsFrom: kind.expression ? "file" : null, remedy: pluginRemedy(kind) };
  });
}

/** The plugin that has a kind as all that the file uses it as; where the file does not tell, as anything. */
function passedFrom({ kind, categories: used }: DescribedForeignKind, registry: Registry): Origin | undefined {
  if (!used.every((category) => registry.has(category, kind))) return undefined;
  const [origin] = (used.length > 0 ? used : categories).flatMap((category) => registry.origin(category, kind) ?? []);
  return origin;
}

/**
 * The kinds for people, and below them what to do about those that have no plugin here.
 *
 * @param built whether the network could be built without what is missing, as where an initializer is
 */
export function foreignLines(kinds: readonly ForeignKind[], built: boolean): string[] {
  if (kinds.length === 0) return [];
  const rows = kinds.map(({ kind, plugin, package: source, ...rest }) => [
    `  ${printable(kind)}`,
    `plugin ${printable(plugin)}`,
    source === undefined ? "" : `package ${printable(source.name)} ${printable(source.version)}`,
    placeText(rest, built),
  ]);
  const remedies = new Set(kinds.flatMap(({ remedy }) => remedy ?? []));
  return ["Kinds of others:", ...textColumns(rows), ...remedies, ""];
}

function placeText({ runsFrom, passed }: Pick<ForeignKind, "runsFrom" | "passed">, built: boolean): string {
  switch (runsFrom) {
    case "plugin":
      return passed?.package
        ? `runs from ${passed.package.name} ${passed.package.version}`
        : "runs from the plugin passed";
    case "file":
      return "runs from this file";
    case null:
      return built ? "new weights need its plugin" : "needs its plugin";
    default:
      return runsFrom satisfies never;
  }
}
