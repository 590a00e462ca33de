import type { BaselineStatistics, UnknownStatistics } from "neurite";
import { shellWord } from "../shell-word";
import type { Colors } from "../terminal/colors";
import { printable } from "../terminal/printable";
import { counted } from "../terminal/short-number";
import { wordLines } from "../terminal/word-lines";
import { coefficientLines, type ShownCoefficient, summaryWidth } from "./coefficient-lines";
import { droppedNote } from "./dropped-note";
import { collinearityNote, exactnessNotes } from "./fit-notes";
import { significant } from "./number-text";

/** More coefficients than this, the intercept not counted, are shown by the strongest alone. */
const most = 12;
/** More columns without a coefficient than this are counted and not named. */
const mostDropped = 3;

type KnownStatistics = Exclude<BaselineStatistics, UnknownStatistics>;

/** The statistics of the straight line for people; `regress` is the command that fits its formula on a table. */
export function baselineLines(
  statistics: BaselineStatistics,
  { regress, colors }: { readonly regress: string; readonly colors: Colors },
): readonly string[] {
  if (statistics.kind === "unknown") return broken(unknownText(statistics));
  const { rows, level, formula } = statistics;
  const symbol = statistics.kind === "linear" ? "t" : "z";
  const all = coefficientsOf(statistics);
  const coefficients = strongest(all);
  const left = all.length - coefficients.length;
  const family = statistics.kind === "linear" ? "" : " --family binomial";
  return [
    `The straight line on its ${counted(rows, "training row")}:`,
    "",
    ...coefficientLines({ coefficients, level, symbol }, colors),
    ...(left > 0 ? [colors.dim(leftText(left, coefficients, symbol))] : []),
    "",
    ...wordLines(goodnessOf(statistics).map(printable), summaryWidth),
    ...notesOf(statistics).flatMap(broken),
    ...(formula === null
      ? []
      : ["", `The same line on all rows:`, `  ${regress}${family} --formula ${shellWord(printable(formula))}`]),
  ];
}

function coefficientsOf(statistics: KnownStatistics): readonly ShownCoefficient[] {
  if (statistics.kind !== "softmax") return statistics.coefficients;
  return statistics.equations.flatMap(({ class: of, coefficients }) =>
    coefficients.map((coefficient) => ({ ...coefficient, name: `${of}: ${coefficient.name}` })),
  );
}

/** All in their order, or of many the intercept and those whose statistic is the furthest from 0, the furthest first. */
function strongest(all: readonly ShownCoefficient[]): readonly ShownCoefficient[] {
  const [intercept, ...others] = all;
  if (intercept === undefined || others.length <= most) return all;
  const size = ({ statistic }: ShownCoefficient) => Math.abs(statistic ?? 0);
  return [intercept, ...others.sort((a, b) => size(b) - size(a)).slice(0, most)];
}

/** Where the coefficients that are not shown can be seen. */
function leftText(left: number, shown: readonly ShownCoefficient[], symbol: string): string {
  const others = `${counted(left, "other")} under --json`;
  return shown.some(({ statistic }) => statistic !== null)
    ? `${others}; these are the strongest by |${symbol}|.`
    : `${others}.`;
}

/** How well the line fits, a number with its name each; what is not defined is left out. */
function goodnessOf(statistics: KnownStatistics): readonly string[] {
  const { modelDegreesOfFreedom: model, degreesOfFreedom, target, aic, bic } = statistics;
  const four = (name: string, value: number | null) => (value === null ? [] : [`${name} ${significant(value, 4)}`]);
  const criteria = [...four("AIC", aic), ...four("BIC", bic)];
  if (statistics.kind !== "linear") {
    const { pseudoRSquared, chiSquared, chiSquaredPValue, logLikelihood } = statistics;
    const tested = [
      ...four("McFadden's R²", pseudoRSquared),
      `chi²(${model}) = ${significant(chiSquared, 4)}${pText(chiSquaredPValue)}`,
    ];
    return [...(model > 0 ? tested : []), ...four("log-likelihood", logLikelihood), ...criteria];
  }
  const { rSquared, adjustedRSquared, fStatistic, fPValue, residualStandardDeviation, standardised } = statistics;
  const adjusted = adjustedRSquared === null ? "" : ` (adjusted ${significant(adjustedRSquared, 4)})`;
  return [
    ...four("R²", rSquared).map((text) => text + adjusted),
    ...four(`F(${model}, ${degreesOfFreedom}) =`, fStatistic).map((text) => text + pText(fPValue)),
    ...four("residual standard deviation", residualStandardDeviation).map(
      (text) => `${text} in ${standardised ? "standard deviations" : `units of ${target}`}`,
    ),
    ...criteria,
  ];
}

function pText(pValue: number | null): string {
  if (pValue === null) return "";
  return pValue === 0 ? " (p < 1e-300)" : ` (p = ${significant(pValue, 3)})`;
}

/** What to mind. */
function notesOf(statistics: KnownStatistics): readonly string[] {
  const { dropped } = statistics;
  const more = dropped.length - mostDropped;
  const notes: string[] = [];
  if (statistics.kind !== "linear") {
    const [first, second] = statistics.classes;
    const odds = statistics.kind === "logistic" ? `${second} against ${first}` : `each class against ${first}`;
    notes.push(
      `Coefficients are log odds of ${odds} by maximum likelihood, without the weak ridge of the line that predicts.`,
    );
  }
  if (coefficientsOf(statistics).some(({ name }) => name.includes("="))) {
    notes.push("Coefficients of a level, as in column=level, are differences to the level that has none.");
  }
  notes.push(...dropped.slice(0, mostDropped).map(droppedNote));
  if (more > 0) notes.push(`${counted(more, "other column")} without a coefficient: --json names them.`);
  if (statistics.kind !== "linear") return notes;
  if (statistics.standardised) {
    notes.push(
      `All of it is of ${statistics.target} less its mean in standard deviations, since its squares are beyond float64.`,
    );
  }
  const collinear = collinearityNote(statistics.conditionNumber);
  return [...notes, ...exactnessNotes(statistics), ...(collinear === undefined ? [] : [collinear])];
}

function unknownText({ reason, columns }: UnknownStatistics): string {
  const none = "The straight line has no statistics to show:";
  switch (reason) {
    case "certain":
      return `${none} all of its training rows have one class.`;
    case "separated": {
      const shown = columns.slice(0, mostDropped).map((name) => `"${name}"`);
      const more = columns.length > shown.length ? ` and ${counted(columns.length - shown.length, "other")}` : "";
      const how =
        columns.length === 0
          ? "columns tell a class apart without a mistake"
          : `a class is ruled out by ${shown.join(", ")}${more}`;
      return `${none} ${how}, so that without its ridge coefficients would run off to infinity.`;
    }
    case "unsettled":
      return `${none} without its ridge coefficients do not settle.`;
    case "tooLarge":
      return `${none} with so many rows and coefficients they would take too long.`;
    case "notKept":
      return `${none} this model file was written before there were any. Train anew to have them.`;
    default:
      return reason satisfies never;
  }
}

function broken(text: string): readonly string[] {
  return wordLines(printable(text).split(" "), summaryWidth, "");
}
