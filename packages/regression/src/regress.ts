// A formula fitted in one call, with the tests that a statistics package prints.
import { NeuriteError } from "@neurite/tensor";
import { judgement, testCoefficient } from "./coefficient-test";
import type { Columns, ColumnValues } from "./columns";
import { fDistribution } from "./distributions/f-distribution";
import { studentTDistribution } from "./distributions/student-t-distribution";
import { linearFit } from "./fit-linear";
import { buildDesign, type FittedDesign } from "./formula/build-design";
import { operations } from "./formula/operations";
import type { Formula } from "./formula/parse-formula";
import { paired } from "./formula/precise-operand";
import type { LinearCoefficient } from "./linear-fit";
import { namedColumn } from "./named-column";
import type { PreciseColumn } from "./precise-column";
import type { RegressionFit } from "./regression-fit";
import { solveLinear } from "./solve-linear";

/** Options of `regress`. */
export interface RegressOptions {
  /** With what probability intervals hold their coefficient; 0.95 unless told otherwise. */
  readonly level?: number;
  /** One number of 0 or more for each row, or the name of a column of them; a row of weight 0 takes no part. */
  readonly weights?: ColumnValues | string;
}

const subject = "regress";
/** The name of the intercept among the coefficients, as in statsmodels. */
const interceptName = "Intercept";

/**
 * Fits a model formula by least squares and tests its coefficients.
 *
 * The formula is that of `buildDesign`, the fit that of `leastSquares`, with all digits of decimal text. Each coefficient has its
 * t = estimate / standardError, the two-sided p-value by Student's t with `degreesOfFreedom`, and the interval
 * estimate ± t* · standardError. An `offset(…)` is taken off the target before the fit, and R² is of what is left. Without an intercept
 * (`- 1`) R² and F measure from 0, as in R; statsmodels measures from the mean where dummies add up to an intercept.
 *
 * Errors: those of `buildDesign`; `bad-argument` (level), `bad-data` (weights, a column named `Intercept` beside an intercept),
 * `missing-column`, `not-finite` (a result beyond float64).
 *
 * @example
 * ```ts
 * import { regress } from "@neurite/regression";
 *
 * const table = { speed: ["4", "7", "8", "9", "10"], distance: ["2", "4", "16", "10", "18"] };
 * const { coefficients, fPValue } = regress("distance ~ speed", table);
 * console.log(coefficients.map(({ name, estimate }) => `${name} ${estimate.toFixed(4)}`)); // → [ 'Intercept -9.3396', 'speed 2.5447' ]
 * console.log(coefficients[1]?.pValue?.toFixed(6), fPValue?.toFixed(6)); // → 0.072757 0.072757
 * ```
 */
export function regress(formula: string | Formula, columns: Columns, options: RegressOptions = {}): RegressionFit {
  const level = checkLevel(options.level ?? 0.95);
  const design = buildDesign(formula, columns);
  checkNames(design);
  const weights =
    typeof options.weights === "string" ? namedColumn(columns, options.weights, subject) : options.weights;
  const table = {
    rows: design.rows,
    names: design.columns.map(({ name }) => name),
    columns: design.columns.map(({ values }) => values),
  };
  const solved = solveLinear(
    table,
    withoutOffset(design),
    { intercept: design.intercept, ...(weights && { weights }) },
    subject,
  );
  const { kind, coefficients, intercept, interceptStandardError, ...common } = linearFit(solved, subject);
  const constant: readonly LinearCoefficient[] =
    intercept === null ? [] : [{ name: interceptName, estimate: intercept, standardError: interceptStandardError }];
  const { degreesOfFreedom, fStatistic, rank } = common;
  const judge = degreesOfFreedom > 0 ? judgement(studentTDistribution({ degreesOfFreedom }), level) : undefined;
  const modelDegreesOfFreedom = rank - constant.length;
  return {
    kind: "regression",
    formula: design.recipe.formula,
    target: design.target.name,
    coefficients: [...constant, ...coefficients].map((one) => testCoefficient(one, judge, subject)),
    level,
    ...common,
    modelDegreesOfFreedom,
    fPValue:
      fStatistic === null
        ? null
        : fDistribution({ degreesOfFreedom: [modelDegreesOfFreedom, degreesOfFreedom] }).upper(fStatistic),
    recipe: design.recipe,
  };
}

/** What is left for the coefficients to tell. */
function withoutOffset({ target, offset }: FittedDesign): PreciseColumn {
  return offset === undefined ? target.values : paired(target.values, offset, operations["-"]);
}

function checkLevel(level: number): number {
  if (typeof level === "number" && level > 0 && level < 1) return level;
  throw new NeuriteError(
    "bad-argument",
    `${subject}: "level" should be a number between 0 and 1, got ${String(level)}. Divide percentages by 100.`,
  );
}

function checkNames({ intercept, columns }: FittedDesign): void {
  if (!intercept || columns.every(({ name }) => name !== interceptName)) return;
  throw new NeuriteError(
    "bad-data",
    `${subject}: no column should be called "${interceptName}", got one beside the intercept. Rename the column, or write "- 1" in the formula.`,
  );
}
