// What `train` prints: the object of `--json`, and the same for people.
import type { BaselineStatistics, TableScores, Task } from "neurite";
import { baselineLines } from "../regression/baseline-lines";
import { shellWord } from "../shell-word";
import type { Colors } from "../terminal/colors";
import { counted } from "../terminal/short-number";
import { partsText, scoreLegend, scoreLines } from "./score-lines";
import { verdict } from "./verdict";

/** The one object that `train --json` prints; scores are those of the test rows, null where they are not defined. */
export interface TrainReport extends TableScores {
  readonly task: Task;
  readonly target: string;
  /** The classes, where the target has such. */
  readonly classes?: readonly string[];
  /** The columns the network sees, in the table's order. */
  readonly columns: readonly string[];
  /** What statistics say of the straight line on its training rows. */
  readonly baselineStatistics: BaselineStatistics;
  readonly epochs: number;
  readonly seed: number;
  readonly engine: string;
  /** The path of the file that was written. */
  readonly model: string;
  readonly warnings: readonly string[];
}

/** What the report for people says besides. */
export interface TrainTextOptions {
  /** The table as the command line names it. */
  readonly table: string;
  /** The plugins that were passed. */
  readonly plugins: readonly string[];
  /** How the command is called here. */
  readonly command: string;
  readonly colors: Colors;
}

/** The report for people. */
export function trainText(report: TrainReport, { table, plugins, command, colors }: TrainTextOptions): string {
  const { rows, target, model, epochs, seed, baselineStatistics } = report;
  const scores =
    rows.test === 0
      ? ["No rows were held back to test on, so neither model has a score."]
      : [
          `On ${counted(rows.test, "test row")} that neither has seen:`,
          "",
          ...scoreLines(report, colors),
          "",
          ...scoreLegend(report, target).map(colors.dim),
          "",
          ...verdict(report).map(colors.bold),
        ];
  const name = table === "-" ? "standard input" : table;
  const file = table === "-" ? "FILE" : shellWord(table);
  const next = [
    `${command} predict ${shellWord(model)} ${file}`,
    ...plugins.map((plugin) => `--plugin ${shellWord(plugin)}`),
  ].join(" ");
  return [
    `Predicting ${colors.bold(target)}, ${kindText(report)}, from ${counted(report.columns.length, "column")} of ${name}.`,
    partsText(rows),
    "",
    ...scores,
    "",
    ...baselineLines(baselineStatistics, { regress: `${command} regress ${file}`, colors }),
    "",
    `Model: ${colors.bold(model)} (${counted(epochs, "epoch")}, seed ${seed})`,
    `Next:  ${next}`,
    "",
  ].join("\n");
}

function kindText({ classes }: TrainReport): string {
  if (classes === undefined) return "a number";
  const shown = classes.slice(0, 4).join(", ");
  const more = classes.length > 4 ? ` and ${counted(classes.length - 4, "other")}` : "";
  return `${classes.length === 1 ? "the class" : "one of the classes"} ${shown}${more}`;
}
