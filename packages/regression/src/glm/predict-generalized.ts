import { NeuriteError } from "@neurite/tensor";
import { type Columns, type ColumnValues, selectColumns, type Table } from "../columns/columns";
import { normalDistribution } from "../distributions/normal-distribution";
import { applyDesign } from "../formula/build-design";
import { linearSum } from "../least-squares/predict-linear";
import type { GeneralizedFit } from "./generalized-fit";
import { checkLevel } from "./generalized-options";
import { links } from "./link";
import { readRowNumbers } from "./read-response";

/** Options of `predictGeneralized`. */
export interface GeneralizedPredictionOptions {
  /** Added to each row's linear predictor, beside the offset of the formula; 0 unless given. */
  readonly offset?: ColumnValues;
  /** The probability of the intervals; that of the fit unless told otherwise. */
  readonly level?: number;
}

/** A number of a prediction with its interval of confidence. */
export interface Predicted {
  /** Null where it is beyond float64, or no mean belongs to the linear predictor. */
  readonly estimate: number | null;
  /** Null where the dispersion of the fit, or the estimate, is unknown. */
  readonly standardError: number | null;
  /** Null as the standard error, and where the interval has no end. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What prediction needs of a fit. */
export type Predictive = Pick<GeneralizedFit, "coefficients" | "intercept" | "link" | "spread" | "recipe" | "level">;

/** What a model says of one row. */
export interface GeneralizedPrediction {
  /** The linear predictor η. */
  readonly link: Predicted;
  /** The mean μ, of a binomial family the probability; its interval is that of η brought back, its error |dμ/dη| times that of η. */
  readonly response: Predicted;
}

/**
 * The linear predictor and the mean in each row, with intervals of confidence (for the mean, not for a single new target).
 *
 * A fit of a formula takes plain tables and makes its columns itself, the offset of the formula among them; other fits need every column that
 * has a coefficient.
 *
 * Errors: `missing-column`, `bad-cell` (also a level that the fit has not seen), `bad-data` (lengths), `bad-argument`, `not-finite` (a linear
 * predictor beyond float64).
 *
 * @example
 * ```ts
 * import { generalizedLinearModel, predictGeneralized } from "@neurite/regression";
 *
 * const fit = generalizedLinearModel({ x: [1, 2, 3, 4] }, [2, 4, 8, 16], { family: "poisson" });
 * const [row] = predictGeneralized(fit, { x: [5] });
 * console.log(row?.response.estimate?.toFixed(6), row?.response.lower?.toFixed(2)); // → 32.000000 15.00
 * ```
 */
export function predictGeneralized(
  fit: Predictive,
  columns: Columns,
  options: GeneralizedPredictionOptions = {},
): readonly GeneralizedPrediction[] {
  const subject = "predictGeneralized";
  const { level = fit.level } = options;
  checkLevel(level, subject);
  const { table, predictor } = predictorOf(fit, columns, options.offset, subject);
  const reach = normalDistribution().upperQuantile((1 - level) / 2);
  const link = links[fit.link];
  const mean = (eta: number) => finite(link.mean(eta));
  return Array.from(predictor, (eta, row) => {
    const error = errorOf(fit, table, row);
    const estimate = mean(eta);
    if (error === null) return { link: unknown(eta), response: unknown(estimate) };
    const [low, high] = [eta - reach * error, eta + reach * error];
    // The inverse link turns the ends of the interval around.
    const [lower, upper] = fit.link === "inverse" ? [high, low] : [low, high];
    return {
      link: { estimate: eta, standardError: error, lower: finite(low), upper: finite(high) },
      response:
        estimate === null
          ? unknown(estimate)
          : {
              estimate,
              standardError: finite(Math.abs(link.slope(estimate, eta)) * error),
              lower: mean(lower),
              upper: mean(upper),
            },
    };
  });
}

/** The columns that a fit needs, and the linear predictor that comes of them. */
export function predictorOf(
  fit: Predictive,
  columns: Columns,
  offset: ColumnValues | undefined,
  subject: string,
): { table: Pick<Table, "rows" | "columns">; predictor: Float64Array } {
  const { table, own } = tableOf(fit, columns, subject);
  const estimates = fit.coefficients.map(({ estimate }) => estimate);
  const [constant, slopes] = fit.intercept ? [estimates[0] as number, estimates.slice(1)] : [0, estimates];
  const sum = linearSum(table, slopes, constant, subject);
  const given = offset === undefined ? undefined : readRowNumbers(offset, "offset", table.rows, subject);
  const predictor = sum.map((eta, row) => eta + (own?.[row] ?? 0) + (given?.[row] ?? 0));
  const row = predictor.findIndex((eta) => !Number.isFinite(eta));
  if (row < 0) return { table, predictor };
  throw new NeuriteError(
    "not-finite",
    `${subject}: the linear predictor in row ${row} (counted from 0) is too large for float64 (above 1.8e308). Look for a wrong unit in that row.`,
  );
}

function tableOf(fit: Predictive, columns: Columns, subject: string) {
  const names = fit.coefficients.slice(fit.intercept ? 1 : 0).map(({ name }) => name);
  if (fit.recipe === null) return { table: selectColumns(columns, names, subject), own: undefined };
  const design = applyDesign(fit.recipe, columns);
  const made = new Map(design.columns.map(({ name, values }) => [name, values]));
  const columnOf = (name: string) => {
    const values = made.get(name);
    if (values !== undefined) return values;
    throw new NeuriteError(
      "bad-data",
      `${subject}: the recipe should give the fit's ${JSON.stringify(name)}, got ${[...made.keys()].map((key) => JSON.stringify(key)).join(", ")}. Pass the fit as it was made.`,
    );
  };
  const table = { rows: design.rows, columns: names.map(columnOf) };
  return { table, own: design.offset?.high };
}

/** The standard error of a row's linear predictor. */
export function errorOf(
  { spread, intercept }: Pick<Predictive, "spread" | "intercept">,
  table: Pick<Table, "columns">,
  row: number,
): number | null {
  if (spread === null) return null;
  const { centre, factor } = spread;
  const sums = new Float64Array(factor.length);
  for (const [at, direction] of factor.entries()) {
    const value = intercept ? (at === 0 ? 1 : table.columns[at - 1]?.high[row]) : table.columns[at]?.high[row];
    const from = (value as number) - (centre[at] as number);
    for (const [k, part] of direction.entries()) sums[k] = (sums[k] as number) + from * part;
  }
  return finite(Math.sqrt(sums.reduce((sum, part) => sum + part * part, 0)));
}

function unknown(estimate: number | null): Predicted {
  return { estimate, standardError: null, lower: null, upper: null };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
