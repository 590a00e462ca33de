// The summary of a fit in the form that users of statsmodels know, 78 characters wide.
import type { RegressionFit, TestedCoefficient } from "neurite";
import type { Colors } from "../terminal/colors";
import { printable } from "../terminal/printable";
import { wordLines } from "../terminal/word-lines";
import { fitNotes } from "./fit-notes";
import { significant, tabulated } from "./number-text";

const width = 78;
const columnGap = 2;

/** What the summary shows of a call besides its fit. */
export interface SummaryOptions {
  readonly weighted: boolean;
  readonly colors: Colors;
}

/** The summary for people. */
export function summaryText(fit: RegressionFit, { weighted, colors }: SummaryOptions): string {
  const double = colors.dim("=".repeat(width));
  const method = weighted ? "WLS" : "OLS";
  const title = `${method} Regression Results`;
  return [
    " ".repeat((width - title.length) / 2) + colors.bold(title),
    double,
    ...pairLines(headPairs(fit, method)),
    double,
    ...coefficientLines(fit, colors),
    double,
    ...pairLines(footPairs(fit)),
    double,
    ...noteLines(fitNotes(fit)),
    "",
  ].join("\n");
}

type Pair = readonly [label: string, value: string];

/** As statsmodels calls them; the others have the same name. */
const covarianceNames: Readonly<Partial<Record<RegressionFit["covariance"], string>>> = {
  ordinary: "nonrobust",
  clusters: "cluster",
};

function headPairs(fit: RegressionFit, method: string): readonly (readonly [Pair, Pair])[] {
  const centered = hasIntercept(fit) ? "" : " (uncentered)";
  return [
    [
      ["Dep. Variable:", printable(fit.target)],
      [`R-squared${centered}:`, orDash(fit.rSquared, (value) => value.toFixed(3))],
    ],
    [
      ["Model:", method],
      [`Adj. R-squared${centered}:`, orDash(fit.adjustedRSquared, (value) => value.toFixed(3))],
    ],
    [
      ["Method:", "Least Squares"],
      ["F-statistic:", orDash(fit.fStatistic, (value) => significant(value, 4))],
    ],
    [
      ["No. Observations:", String(fit.rows)],
      ["Prob (F-statistic):", orDash(fit.fPValue, (value) => significant(value, 3))],
    ],
    [
      ["Df Residuals:", String(fit.degreesOfFreedom)],
      ["Log-Likelihood:", orDash(fit.logLikelihood, (value) => significant(value, 5))],
    ],
    [
      ["Df Model:", String(fit.modelDegreesOfFreedom)],
      ["AIC:", orDash(fit.aic, (value) => significant(value, 4))],
    ],
    [
      ["Covariance Type:", covarianceNames[fit.covariance] ?? fit.covariance],
      ["BIC:", orDash(fit.bic, (value) => significant(value, 4))],
    ],
  ];
}

function footPairs(fit: RegressionFit): readonly (readonly [Pair, Pair])[] {
  const { durbinWatson, jarqueBera, rawConditionNumber } = fit.diagnostics;
  const decimals = (value: number) => value.toFixed(3);
  return [
    [
      ["Skew:", orDash(jarqueBera?.skewness, decimals)],
      ["Durbin-Watson:", orDash(durbinWatson, decimals)],
    ],
    [
      ["Kurtosis:", orDash(jarqueBera?.kurtosis, decimals)],
      ["Jarque-Bera (JB):", orDash(jarqueBera?.statistic, decimals)],
    ],
    [
      ["Residual Std. Dev.:", orDash(fit.residualStandardDeviation, (value) => significant(value, 4))],
      ["Prob(JB):", orDash(jarqueBera?.pValue, (value) => significant(value, 3))],
    ],
    [
      ["Cond. No. (scaled):", significant(fit.conditionNumber, 3)],
      ["Cond. No.:", orDash(rawConditionNumber, (value) => significant(value, 3))],
    ],
  ];
}

function pairLines(pairs: readonly (readonly [Pair, Pair])[]): readonly string[] {
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

function coefficientLines({ coefficients, level, distribution }: RegressionFit, colors: Colors): readonly string[] {
  const symbol = distribution === "t" ? "t" : "z";
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

function hasIntercept({ rank, modelDegreesOfFreedom }: RegressionFit): boolean {
  return rank > modelDegreesOfFreedom;
}

/** What is not defined is a dash. */
function orDash(value: number | null | undefined, text: (value: number) => string): string {
  return value === null || value === undefined ? "–" : text(value);
}
