import type { ColumnSummary, TableSummary } from "neurite";
import { shellWord } from "../shell-word";
import type { Colors } from "../terminal/colors";
import { counted, countText, shortNumber } from "../terminal/short-number";
import { textColumns } from "../terminal/text-columns";

/** The summary of a table for people. */
export function inspectText(summary: TableSummary, name: string, colors: Colors): string {
  const head = ["column", "kind", "missing", "distinct", "values"].map((cell) => colors.dim(cell));
  const lines = summary.columns.map((column) => [
    column.name === summary.target ? `${oneLine(column.name)} ${colors.green("← target")}` : oneLine(column.name),
    column.kind,
    column.missing === 0 ? "" : countText(column.missing),
    countText(column.distinct),
    valuesText(column),
  ]);
  return [
    `${colors.bold(name)}: ${counted(summary.rows, "row")}, ${counted(summary.columns.length, "column")}`,
    "",
    ...textColumns([head, ...lines], ["left", "left", "right", "right", "left"]),
    "",
    ...(summary.task === null ? [] : [`Next: ${nextCommand(summary, name)}`, ""]),
  ].join("\n");
}

function valuesText({ min, mean, max, earliest, latest, most }: ColumnSummary): string {
  if (min !== undefined && max !== undefined && mean !== undefined) {
    return min === max ? shortNumber(min) : `${shortNumber(min)} to ${shortNumber(max)}, mean ${shortNumber(mean)}`;
  }
  if (earliest !== undefined && latest !== undefined)
    return earliest === latest ? earliest : `${earliest} to ${latest}`;
  return (most ?? []).map(({ value, count }) => `${oneLine(value)} (${countText(count)})`).join(", ");
}

/** The command to train with, leaving out what the warnings ask to leave out. */
function nextCommand({ target, warnings }: TableSummary, name: string): string {
  const ignored = warnings.flatMap(({ remedy }) => (remedy?.option === "ignore" ? remedy.values : []));
  const ignore = ignored.length === 0 ? "" : ` --ignore ${shellWord([...new Set(ignored)].join(","))}`;
  return `neurite train ${shellWord(name === "standard input" ? "-" : name)} --target ${shellWord(target)}${ignore}`;
}

/** Text from a cell or a name, short and on one line. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}
