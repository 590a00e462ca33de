import type { ColumnOptions, ColumnSummary, TableSummary } from "neurite";
import { shellWord } from "../shell-word";
import type { Colors } from "../terminal/colors";
import { oneLine } from "../terminal/one-line";
import { counted, countText, shortNumber } from "../terminal/short-number";
import { textColumns } from "../terminal/text-columns";

/** What the summary for people says besides. */
export interface InspectTextOptions {
  readonly name: string;
  /** How the command is called here. */
  readonly command: string;
  /** The options that the columns were read with. */
  readonly given: ColumnOptions;
  readonly colors: Colors;
}

/** The summary of a table for people. */
export function inspectText(summary: TableSummary, options: InspectTextOptions): string {
  const { name, colors } = options;
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
    ...(summary.task === null ? [] : [`Next: ${nextCommand(summary, options)}`, ""]),
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

/** The command to train with: the options given, and what the warnings ask to leave out. */
function nextCommand({ target, warnings }: TableSummary, { name, command, given }: InspectTextOptions): string {
  const proposed = warnings.flatMap(({ remedy }) => (remedy?.option === "ignore" ? remedy.values : []));
  const options = { ...given, ignore: [...new Set([...(given.ignore ?? []), ...proposed])] };
  const words = Object.entries(options).flatMap(([option, columns]) =>
    columns.length === 0 ? [] : [`--${option} ${shellWord(columns.join(","))}`],
  );
  const file = name === "standard input" ? "-" : shellWord(name);
  return [`${command} train ${file} --target ${shellWord(target)}`, ...words].join(" ");
}
