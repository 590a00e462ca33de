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
  const plugins = [...new Set(kinds.map(({ plugin }) => plugin))];
  const indent = 2 + Math.max(...plugins.map((name) => name.length)) + 2;
  const heads = plugins.map((name) => {
    const own = kinds.filter(({ plugin }) => plugin === name);
    const source = own[0]?.package;
    return [
      colors.bold(name),
      counted(own.length, "kind"),
      source === undefined ? "" : `${source.name} ${source.version}`,
    ];
  });
  const sections = categories.flatMap((category) => {
    const rows = plugins.flatMap((name) => {
      const own = kinds.filter((kind) => kind.category === category && kind.plugin === name);
      const lines = wordLines(
        own.map(({ kind }) => kind),
        Math.max(narrowest, width - indent),
      );
      return lines.map((line, i) => `  ${(i === 0 ? name : "").padEnd(indent - 2)}${line}`);
    });
    return rows.length === 0 ? [] : ["", colors.bold(categoryNames[category]), ...rows];
  });
  return [...textColumns(heads, ["left", "right", "left"]), ...sections, ""].join("\n");
}
