import type { TableScores } from "neurite";
import { counted } from "../terminal/short-number";

/** Fewer test rows than this say little. */
const enoughRows = 50;
/** Errors that differ by fewer percent are taken as equal. */
const noticeable = 5;
/** From here on a smaller error is called worth it. */
const worthIt = 15;

/** What the scores mean: whether the network is worth it. Nothing where they are not defined. */
export function verdict({ rows, baseline, network }: TableScores): string[] {
  const sentences = judge(baseline, network);
  if (sentences.length === 0 || rows.test >= enoughRows) return sentences;
  return [...sentences, `But ${counted(rows.test, "test row")} say little: another --seed may say the opposite.`];
}

function judge(baseline: TableScores["baseline"], network: TableScores["network"]): string[] {
  const [name, line, net] =
    "r2" in baseline ? ["error (RMSE)", baseline.rmse, network.rmse] : ["log loss", baseline.logLoss, network.logLoss];
  if (typeof line !== "number" || typeof net !== "number") return [];
  if (line === 0) return ["A straight line is enough for this table: it is exact."];
  if (Math.max(baseline.r2 ?? 1, network.r2 ?? 1) <= 0) {
    return ["Neither is better than always answering the mean: these columns hardly tell the target."];
  }
  if (baseline.accuracy === 1 && network.accuracy === 1) {
    return ["Both find every class: a straight line is enough for this table."];
  }
  const change = Math.max(-99, Math.round((net / line - 1) * 100));
  if (change <= -worthIt) {
    return [
      `The network is worth it: its ${name} is ${-change}% smaller.`,
      "It found bends, or columns that act together, which a straight line cannot follow.",
    ];
  }
  if (change <= -noticeable) {
    return [`The network is a little better: its ${name} is ${-change}% smaller. Other seeds tell whether that lasts.`];
  }
  if (change < noticeable) return ["Both do about as well: a straight line is enough for this table."];
  const size = change >= 200 ? "several times as large" : `${change}% larger`;
  return [`Trust the straight line on this table: the network's ${name} is ${size}.`];
}
