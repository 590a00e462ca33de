import type { TestedCoefficient } from "neurite";
import type { Colors } from "../terminal/colors";
import { printable } from "../terminal/printable";
import { tabulated } from "./number-text";
import { orDash } from "./or-dash";

/** How wide summaries are, in characters. */
export const summaryWidth = 78;
/** How far columns are apart at least. */
export const columnGap = 2;

/** A coefficient as a table shows it. */
export interface ShownCoefficient extends TestedCoefficient {
  /** Has a column of its own where it is told. */
  readonly oddsRatio?: number | null;
}

/** What a table of coefficients shows. */
export interface CoefficientTable {
  readonly coefficients: readonly ShownCoefficient[];
  /** With what probability intervals hold their coefficient. */
  readonly level: number;
  /** What the statistic of the coefficients is called. */
  readonly symbol: "t" | "z";
}

/** Coefficients with their tests and intervals, a line each, under a head. */
export function coefficientLines({ coefficients, level, symbol }: CoefficientTable, colors: Colors): readonly string[] {
  const tail = (1 - level) / 2;
  const end = (value: number) => String(Number(value.toPrecision(10)));
  const odds = coefficients.some(({ oddsRatio }) => oddsRatio !== undefined) ? ["odds"] : [];
  const head = ["coef", "std err", symbol, `P>|${symbol}|`, `[${end(tail)}`, `${end(1 - tail)}]`, ...odds];
  const rows = coefficients.map((coefficient) => ({
    name: printable(coefficient.name),
    numbers: coefficientCells(coefficient),
  }));
  const line = tableLine([{ name: "", numbers: head }, ...rows]);
  return [
    ...line("", head),
    colors.dim("-".repeat(summaryWidth)),
    ...rows.flatMap(({ name, numbers }) => line(name, numbers)),
  ];
}

/** Sets rows of a name and numbers: as wide apart as there is room; a name that has none gets a line to itself. */
function tableLine(rows: readonly { readonly name: string; readonly numbers: readonly string[] }[]) {
  const first = rows[0]?.numbers ?? [];
  const widths = first.map((_, i) => Math.max(...rows.map(({ numbers }) => numbers[i]?.length ?? 0)));
  const inNumbers = widths.reduce((sum, each) => sum + each, 0);
  const longest = Math.max(...rows.map(({ name }) => [...name].length));
  const gap = Math.max(columnGap, Math.floor((summaryWidth - longest - inNumbers) / widths.length));
  const room = Math.max(0, summaryWidth - inNumbers - gap * widths.length);
  return (name: string, numbers: readonly string[]): readonly string[] => {
    const set = numbers.map((text, i) => text.padStart((widths[i] ?? 0) + gap)).join("");
    const space = room - [...name].length;
    return space >= 0 ? [name + " ".repeat(space) + set] : [name, " ".repeat(room) + set];
  };
}

function coefficientCells(coefficient: ShownCoefficient): readonly string[] {
  const { estimate, standardError, statistic, pValue, lower, upper, oddsRatio } = coefficient;
  const decimals = (value: number) => tabulated(value, 3);
  return [
    tabulated(estimate, 4),
    orDash(standardError, decimals),
    orDash(statistic, decimals),
    orDash(pValue, (value) => value.toFixed(3)),
    orDash(lower, decimals),
    orDash(upper, decimals),
    ...(oddsRatio === undefined ? [] : [orDash(oddsRatio, decimals)]),
  ];
}
