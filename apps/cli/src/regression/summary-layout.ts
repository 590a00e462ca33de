// The form of a summary that users of statsmodels know, 78 characters wide.
import type { TestedCoefficient } from "neurite";
import type { Colors } from "../terminal/colors";
import { printable } from "../terminal/printable";
import { wordLines } from "../terminal/word-lines";
import { tabulated } from "./number-text";

const width = 78;
const columnGap = 2;

/** A label with what it labels. */
export type Pair = readonly [label: string, value: string];
/** What stands on one line. */
export type PairOfPairs = readonly [left: Pair, right: Pair];

/** What a summary tells. */
export interface Summary {
  readonly title: string;
  readonly head: readonly PairOfPairs[];
  readonly coefficients: readonly TestedCoefficient[];
  /** With what probability intervals hold their coefficient. */
  readonly level: number;
  /** What the statistic of the coefficients is called. */
  readonly symbol: "t" | "z";
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

function coefficientLines({ coefficients, level, symbol }: Summary, colors: Colors): readonly string[] {
  const tail = (1 - level) / 2;
  const end = (value: number) => String(Number(value.toPrecision(10)));
  const head = ["coef", "std err", symbol, `P>|${symbol}|`, `[${end(tail)}`, `${end(1 - tail)}]`];
  const rows = coefficients.map((coefficient) => ({
    name: printable(coefficient.name),
    numbers: coefficientCells(coefficient),
  }));
  const line = tableLine([{ name: "", numbers: head }, ...rows]);
  return [
    ...line("", head),
    colors.dim("-".repeat(width)),
    ...rows.flatMap(({ name, numbers }) => line(name, numbers)),
  ];
}

/** Sets rows of a name and numbers: as wide apart as there is room; a name that has none gets a line to itself. */
function tableLine(rows: readonly { readonly name: string; readonly numbers: readonly string[] }[]) {
  const first = rows[0]?.numbers ?? [];
  const widths = first.map((_, i) => Math.max(...rows.map(({ numbers }) => numbers[i]?.length ?? 0)));
  const inNumbers = widths.reduce((sum, each) => sum + each, 0);
  const longest = Math.max(...rows.map(({ name }) => [...name].length));
  const gap = Math.max(columnGap, Math.floor((width - longest - inNumbers) / widths.length));
  const room = Math.max(0, width - inNumbers - gap * widths.length);
  return (name: string, numbers: readonly string[]): readonly string[] => {
    const set = numbers.map((text, i) => text.padStart((widths[i] ?? 0) + gap)).join("");
    const space = room - [...name].length;
    return space >= 0 ? [name + " ".repeat(space) + set] : [name, " ".repeat(room) + set];
  };
}

function coefficientCells(coefficient: TestedCoefficient): readonly string[] {
  const { estimate, standardError, statistic, pValue, lower, upper } = coefficient;
  const decimals = (value: number) => tabulated(value, 3);
  return [
    tabulated(estimate, 4),
    orDash(standardError, decimals),
    orDash(statistic, decimals),
    orDash(pValue, (value) => value.toFixed(3)),
    orDash(lower, decimals),
    orDash(upper, decimals),
  ];
}

function noteLines(notes: readonly string[]): readonly string[] {
  return ["", "Notes:", ...notes.flatMap((note, i) => broken(`[${i + 1}] ${printable(note)}`))];
}

function broken(text: string): readonly string[] {
  return wordLines(text.split(" "), width, "");
}

/** What is not defined is a dash. */
export function orDash(value: number | null | undefined, text: (value: number) => string): string {
  return value === null || value === undefined ? "–" : text(value);
}
