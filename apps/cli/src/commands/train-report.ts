// What `train` prints: the object of `--json`, and the same for people.
import { shellWord } from "../shell-word";
import type { Colors } from "../terminal/colors";
import { counted, countText, shortNumber } from "../terminal/short-number";
import { textColumns } from "../terminal/text-columns";

/** Scores on the test rows, for a number; null where there are too few rows to tell. */
export interface NumberScores {
  readonly r2: number | null;
  readonly rmse: number | null;
}

/** Scores on the test rows, for classes. */
export interface ClassScores {
  readonly accuracy: number | null;
  readonly logLoss: number | null;
}

/** The one object that `train --json` prints. */
export interface TrainReport {
  readonly task: string;
  readonly target: string;
  readonly rows: { readonly train: number; readonly validation: number; readonly test: number };
  /** The columns the network sees, in the table's order. */
  readonly columns: readonly string[];
  readonly baseline: NumberScores | ClassScores;
  readonly network: NumberScores | ClassScores;
  readonly epochs: number;
  readonly seed: number;
  readonly engine: string;
  /** The path of the file that was written. */
  readonly model: string;
  readonly warnings: readonly string[];
}

/** The report for people. */
export function trainText(report: TrainReport, table: string, colors: Colors): string {
  const { rows } = report;
  const kind = report.task === "regression" ? "a number" : "a class";
  const scores =
    rows.test === 0
      ? ["No rows were left to test on, so neither model has a score."]
      : [
          `On ${counted(rows.test, "test row")} that neither model has seen:`,
          "",
          ...scoreLines(report, colors).map((line) => `  ${line}`),
          "",
          ...verdict(report),
        ];
  return [
    `${colors.bold(report.target)}, ${kind}, from ${counted(report.columns.length, "column")} of ${table}`,
    `${countText(rows.train)} rows to train, ${countText(rows.validation)} to choose when to stop, ${countText(rows.test)} to test`,
    "",
    ...scores,
    "",
    `Model: ${colors.bold(report.model)} (${counted(report.epochs, "epoch")}, seed ${report.seed})`,
    `Next:  neurite predict ${shellWord(report.model)} FILE`,
    "",
  ].join("\n");
}

function scoreLines({ baseline, network }: TrainReport, colors: Colors): string[] {
  const head = "r2" in network ? ["", "R²", "RMSE"] : ["", "accuracy", "log loss"];
  const cells = (scores: NumberScores | ClassScores) =>
    ("r2" in scores ? [scores.r2, scores.rmse] : [scores.accuracy, scores.logLoss]).map((value) =>
      value === null ? "–" : shortNumber(value),
    );
  return textColumns(
    [head.map(colors.dim), ["linear model", ...cells(baseline)], ["network", ...cells(network)]],
    ["left", "right", "right"],
  );
}

/** What the scores mean: the error of the network against the error of the line. */
function verdict({ baseline, network }: TrainReport): string[] {
  const [name, line, net] =
    "r2" in baseline
      ? ["error (RMSE)", baseline.rmse, "r2" in network ? network.rmse : null]
      : ["log loss", baseline.logLoss, "r2" in network ? null : network.logLoss];
  if (line === null || net === null || !(line > 0)) return [];
  const change = Math.round((net / line - 1) * 100);
  if (change <= -5)
    return [`The network's ${name} is ${-change}% smaller: the columns act together, and it caught that.`];
  if (change < 5) return ["Both do about as well: a straight line is enough for this table."];
  return [`The network's ${name} is ${change}% larger: trust the straight line on this table.`];
}
