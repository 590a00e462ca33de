// The form of a summary that users of statsmodels know, 78 characters wide.
import type { Colors } from "../terminal/colors";
import { printable } from "../terminal/printable";
import { wordLines } from "../terminal/word-lines";
import { type CoefficientTable, coefficientLines, columnGap, summaryWidth as width } from "./coefficient-lines";

/** A label with what it labels. */
export type Pair = readonly [label: string, value: string];
/** What stands on one line. */
export type PairOfPairs = readonly [left: Pair, right: Pair];

/** What a summary tells. */
export interface Summary extends CoefficientTable {
  readonly title: string;
  readonly head: readonly PairOfPairs[];
  readonly foot: readonly PairOfPairs[];
  readonly notes: readonly string[];
}

/** The lines of a summary for people. */
export function summaryLayout(summary: Summary, colors: Colors): string {
  const { title, head, foot, notes } = summary;
  const double = colors.dim("=".repeat(width));
  return [
    " ".repeat(Math.floor((width - title.length) / 2)) + colors.bold(title),
    double,
    ...pairLines(head),
    double,
    ...coefficientLines(summary, colors),
    double,
    ...pairLines(foot),
    ...(foot.length === 0 ? [] : [double]),
    ...noteLines(notes),
    "",
  ].join("\n");
}

function pairLines(pairs: readonly PairOfPairs[]): readonly string[] {
  const half = (width - columnGap) / 2;
  return pairs.map((both) =>
    both
      .map((pair) => spread(pair, half))
      .join(" ".repeat(columnGap))
      .trimEnd(),
  );
}

/** The label on the left, its value on the right; a value that is too long is cut. */
function spread([label, value]: Pair, room: number): string {
  const most = room - label.length - 1;
  const characters = [...value];
  const cut = characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : value;
  return label + " ".repeat(room - label.length - [...cut].length) + cut;
}

function noteLines(notes: readonly string[]): readonly string[] {
  return ["", "Notes:", ...notes.flatMap((note, i) => broken(`[${i + 1}] ${printable(note)}`))];
}

function broken(text: string): readonly string[] {
  return wordLines(text.split(" "), width, "");
}
