import { NeuriteError } from "@neurite/tensor";
import type { Columns, ColumnValues } from "../columns/columns";
import type { Labels } from "../columns/labels";
import { weighRows } from "../columns/row-weights";
import { ColumnSource } from "../formula/column-source";
import { parseFormula } from "../formula/parse-formula";
import { readClasses, readNumbers } from "./formula-input";
import type { GeneralizedFit } from "./generalized-fit";
import { familyOf, type GeneralizedOptions } from "./generalized-options";
import { errorOf, predictorOf } from "./predict-generalized";
import { readResponse } from "./read-response";
import { workingRow } from "./reweight";

/** What a fit was made with, beside its columns. */
export interface GeneralizedResidualOptions {
  /** Needed unless the fit is one of a formula, which names it. */
  readonly target?: ColumnValues | Labels;
  readonly trials?: ColumnValues;
  readonly offset?: ColumnValues;
  readonly weights?: ColumnValues;
}

/** How far one row is from the model, and how much the model leans on it. With w the weight times the trials. */
export interface GeneralizedResidual {
  /** The mean μ, in the target's unit: with trials, so many successes. */
  readonly fitted: number;
  /** The target less the mean, in the target's unit. */
  readonly response: number;
  /** √w (y - μ) / √V(μ): their squares add up to Pearson's statistic. Null where V(μ) is 0 and y is not μ. */
  readonly pearson: number | null;
  /** Signed roots of the row's part of the deviance. */
  readonly deviance: number;
  /** (y - μ) / (dμ/dη): what the last step of the fit saw; null where μ no longer moves with η. */
  readonly working: number | null;
  /** The row's diagonal entry of the hat matrix √W X (X'WX)⁻¹ X' √W; between 0 and 1, and rank in all. Null where the dispersion is unknown or 0. */
  readonly leverage: number | null;
  /** pearson / √(dispersion (1 - leverage)); null for a leverage of 1 to rounding, and as the leverage. */
  readonly standardizedPearson: number | null;
  /** deviance / √(dispersion (1 - leverage)). */
  readonly standardizedDeviance: number | null;
  /** standardizedPearson² · leverage / ((1 - leverage) rank): by how much the row moves the coefficients. */
  readonly cooksDistance: number | null;
}

/**
 * Residuals, leverage and Cook's distance of a fit, for the rows it was made from.
 *
 * Takes the columns, and the target, trials, offset and weights of the fit; null for a row of weight 0, which took no part.
 *
 * Errors: those of the fit; `bad-argument` (no target).
 *
 * Source: McCullagh and Nelder, Generalized Linear Models, 2nd edition (1989), 2.4 and 12.5 to 12.7.
 *
 * @example
 * ```ts
 * import { generalizedFormula, generalizedResiduals } from "@neurite/regression";
 *
 * const table = { count: [2, 4, 3, 9], group: ["a", "a", "b", "b"] };
 * const fit = generalizedFormula("count ~ group", table, { family: "poisson" });
 * const rows = generalizedResiduals(fit, table);
 * console.log(rows.map((row) => row?.response.toFixed(6))); // → [ '-1.000000', '1.000000', '-3.000000', '3.000000' ]
 * ```
 */
export function generalizedResiduals(
  fit: GeneralizedFit,
  columns: Columns,
  { target = targetOf(fit, columns), trials, offset, weights }: GeneralizedResidualOptions = {},
): readonly (GeneralizedResidual | null)[] {
  const subject = "generalizedResiduals";
  const options: GeneralizedOptions = {
    family: fit.family,
    link: fit.link,
    ...(fit.alpha === null ? {} : { alpha: fit.alpha }),
    ...(trials === undefined ? {} : { trials }),
    ...(fit.classes === null ? {} : { classes: fit.classes }),
  };
  const family = familyOf(options, subject);
  const { table, predictor } = predictorOf(fit, columns, offset, subject);
  if (target.length !== table.rows) {
    throw new NeuriteError(
      "bad-data",
      `${subject}: columns and target should be equally long, got ${table.rows} rows in the columns and ${target.length} in the target. Pass the rows of the fit.`,
    );
  }
  const byModel = { spread: fit.modelSpread ?? fit.spread, intercept: fit.intercept };
  const counting = weighRows(table.rows, weights, subject);
  const { y, trials: of } = readResponse(target, options, counting, subject);
  const places = counting.take(Int32Array.from({ length: table.rows }, (_, row) => row));
  const found: (GeneralizedResidual | null)[] = Array.from({ length: table.rows }, () => null);
  for (const [at, row] of places.entries()) {
    const eta = predictor[row] as number;
    const mean = family.link.mean(eta);
    const count = of?.[at] ?? 1;
    const weight = (counting.given?.[at] ?? 1) * count;
    const share = y[at] as number;
    const working = workingRow(family, share, mean, eta);
    const miss = share - mean;
    const deviance = Math.sign(miss) * Math.sqrt(Math.max(0, weight * family.deviance(share, mean, eta)));
    const pearson = miss === 0 ? 0 : finite((miss * Math.sqrt(weight)) / Math.sqrt(family.variance(mean, eta)));
    const leverage = leverageOf(fit, errorOf(byModel, table, row), weight * working.weight);
    const left = leverage === null || 1 - leverage < 1e-12 ? null : 1 - leverage;
    const spread = left === null ? null : Math.sqrt((fit.dispersion as number) * left);
    const standardizedPearson = spread === null || pearson === null ? null : pearson / spread;
    found[row] = {
      fitted: mean * count,
      response: miss * count,
      pearson,
      deviance,
      working: working.weight === 0 ? null : finite(working.residual),
      leverage,
      standardizedPearson,
      standardizedDeviance: spread === null ? null : deviance / spread,
      cooksDistance:
        standardizedPearson === null
          ? null
          : (standardizedPearson ** 2 * (leverage as number)) / ((left as number) * fit.rank),
    };
  }
  return found;
}

function leverageOf({ dispersion }: GeneralizedFit, error: number | null, weight: number): number | null {
  if (dispersion === null || dispersion === 0 || error === null) return null;
  return Math.min(1, weight * (error / Math.sqrt(dispersion)) ** 2);
}

function targetOf({ recipe, classes }: GeneralizedFit, columns: Columns): Float64Array | readonly string[] {
  if (recipe === null) {
    throw new NeuriteError(
      "bad-argument",
      'generalizedResiduals: "target" should be given for a fit that was not made from a formula, got none. Pass the target of the fit.',
    );
  }
  const read = classes === null ? readNumbers : readClasses;
  return read(parseFormula(recipe.formula).target, new ColumnSource(recipe.formula, columns));
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
