import type { TableScores } from "neurite";
import type { Colors } from "../terminal/colors";
import { countText, shortNumber } from "../terminal/short-number";
import { textColumns } from "../terminal/text-columns";

/** Network and straight line side by side, as aligned lines; a score that is not defined is a dash. */
export function scoreLines({ baseline, network }: Omit<TableScores, "rows">, colors: Colors): string[] {
  const head = "r2" in network ? ["", "R²", "RMSE"] : ["", "accuracy", "log loss"];
  const cells = (scores: TableScores["network"]) =>
    ("r2" in scores ? [scores.r2, scores.rmse] : [scores.accuracy, scores.logLoss]).map((value) =>
      typeof value === "number" ? shortNumber(value) : "–",
    );
  return textColumns(
    [head.map(colors.dim), ["straight line", ...cells(baseline)], ["network", ...cells(network)]],
    ["left", "right", "right"],
  ).map((line) => `  ${line}`);
}

/** What the scores are, for those who have not met them. */
export function scoreLegend({ network }: Pick<TableScores, "network">, target: string): string[] {
  return "r2" in network
    ? [
        `R²: the share of the ups and downs of ${target} that is explained; 1 is all of it, 0 no better than the mean.`,
        `RMSE: the typical error, in units of ${target}.`,
      ]
    : [
        "Accuracy: the share of rows whose class is found.",
        "Log loss: how far the probabilities are off; 0 is certain and right.",
      ];
}

/** What the rows of a table were used for. */
export function partsText({ train, validation, test }: TableScores["rows"]): string {
  const [fit, stop, score] = [train, validation, test].map(countText);
  return `Rows: ${fit} to train on, ${stop} to choose when to stop, ${score} to test on.`;
}
