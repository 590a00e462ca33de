import { builtins } from "neurite";
import { categories, categoryNames } from "../categories";
import type { Colors } from "../terminal/colors";
import { counted } from "../terminal/short-number";
import { textColumns } from "../terminal/text-columns";
import { wordLines } from "../terminal/word-lines";
import type { ListedKind } from "./listed-kinds";

/** The fewest characters that a line of names may have, however narrow the terminal is. */
const narrowest = 30;

/** Kinds for people: first the plugins, then the kinds of each category by plugin. */
export function pluginsText(kinds: readonly ListedKind[], width: number, colors: Colors): string {
  const groups = byPlugin(kinds);
  const indent = 2 + Math.max(...groups.map(({ label }) => label.length)) + 2;
  const heads = groups.map(({ plugin, source, own }) => [colors.bold(plugin), counted(own.length, "kind"), source]);
  const sections = categories.flatMap((category) => {
    const rows = groups.flatMap(({ label, own }) => {
      const names = own.filter((kind) => kind.category === category).map(({ kind }) => kind);
      const lines = wordLines(names, Math.max(narrowest, width - indent));
      return lines.map((line, i) => `  ${(i === 0 ? label : "").padEnd(indent - 2)}${line}`);
    });
    return rows.length === 0 ? [] : ["", colors.bold(categoryNames[category]), ...rows];
  });
  return [...textColumns(heads, ["left", "right", "left"]), ...sections, ""].join("\n");
}

/** The kinds of one plugin. */
interface PluginGroup {
  readonly plugin: string;
  /** Its package and version, where it names them. */
  readonly source: string;
  /** What it is called beside its kinds: by its package too where another plugin has its name. */
  readonly label: string;
  readonly own: readonly ListedKind[];
}

/** neurite and then the plugins. Plugins of one name may come from several packages: only name and package tell them apart. */
function byPlugin(kinds: readonly ListedKind[]): readonly PluginGroup[] {
  const groups = new Map<string, { plugin: string; source: string; own: ListedKind[] }>();
  for (const kind of kinds) {
    const { plugin, package: from } = kind;
    const source = from === undefined ? "" : `${from.name} ${from.version}`;
    const key = JSON.stringify([plugin, source]);
    const group = groups.get(key) ?? { plugin, source, own: [] };
    groups.set(key, group);
    group.own.push(kind);
  }
  const isOwn = ({ plugin }: { plugin: string }) => Number(plugin === builtins.name);
  const all = [...groups.values()].sort((a, b) => isOwn(b) - isOwn(a));
  return all.map((group) => {
    const shared = all.some((other) => other !== group && other.plugin === group.plugin);
    return { ...group, label: shared && group.source !== "" ? `${group.plugin} (${group.source})` : group.plugin };
  });
}
