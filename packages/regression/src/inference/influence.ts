// What single rows do to a fit.
import { NeuriteError } from "@neurite/tensor";
import { columnOrName } from "../columns/column-or-name";
import type { Columns, ColumnValues } from "../columns/columns";
import { weighRows } from "../columns/row-weights";
import { rescaleColumn, timesPowerOfTwo } from "../columns/scaled-column";
import { buildDesign } from "../formula/build-design";
import { finite } from "../least-squares/finite";
import { residualBlocks } from "../least-squares/residual-blocks";
import { leverageOf, orthonormalRows } from "../linear-algebra/orthonormal-rows";
import { columnsOfFit } from "./columns-of-fit";
import { restored, triangleOfFit } from "./fit-geometry";
import type { RegressionFit } from "./regression-fit";
import { withoutOffset } from "./without-offset";

/** Of each row of a fit, as plain data; studentised residuals and Cook's distance are null where the row's leverage is 1, its weight 0, or the fit perfect. */
export interface RowInfluence {
  /** The value of the fit, in the target's unit. */
  readonly fitted: readonly number[];
  /** Target less fitted. */
  readonly residuals: readonly number[];
  /** h, how much of the row's own target its fitted value is: from 0 to 1, and `rank` in sum. */
  readonly leverage: readonly number[];
  /** √w e / (s √(1 - h)), with s the residual standard deviation. */
  readonly internallyStudentized: readonly (number | null)[];
  /** The same with s of the fit without the row: t-distributed with degreesOfFreedom - 1; null without a degree to spare. */
  readonly externallyStudentized: readonly (number | null)[];
  /** How far all fitted values move without the row: the square of the internally studentised residual times h / ((1 - h) rank). */
  readonly cooksDistance: readonly (number | null)[];
}

const subject = "influence";

/**
 * Tells of each row how it is fitted and what it does to the fit: fitted value, residual, leverage, studentised residuals, Cook's distance.
 *
 * Takes the columns that the fit was made of, and its weights. Residuals are found in double-double arithmetic, so they have their digits
 * where the columns are nearly collinear too.
 *
 * Errors: those of `buildDesign`; `bad-data` (columns or weights are others than those of the fit), `missing-column`, `not-finite`.
 *
 * Source: Cook, Detection of influential observation in linear regression, Technometrics 19 (1977).
 *
 * @example
 * ```ts
 * import { influence, regress } from "@neurite/regression";
 *
 * const table = { y: [1, 2, 3, 9], x: [1, 2, 3, 4] };
 * const { residuals, leverage, cooksDistance } = influence(regress("y ~ x", table), table);
 * console.log(residuals.map((e) => e.toFixed(1))); // → [ '1.0', '-0.5', '-2.0', '1.5' ]
 * console.log(leverage.map((h) => h.toFixed(1))); // → [ '0.7', '0.3', '0.3', '0.7' ]
 * console.log(cooksDistance.map((d) => d?.toFixed(3))); // → [ '1.037', '0.020', '0.327', '2.333' ]
 * ```
 */
export function influence(
  fit: RegressionFit,
  columns: Columns,
  options: { readonly weights?: ColumnValues | string } = {},
): RowInfluence {
  const { geometry } = fit;
  const design = buildDesign(fit.formula, columns);
  const weights = rowWeights(design.rows, columns, options.weights);
  const target = rescaleColumn(withoutOffset(design), geometry.target);
  const triangle = triangleOfFit(geometry);
  const found = { fitted: [] as number[], residuals: [] as number[], leverage: [] as number[] };
  const studentized: { internal: (number | null)[]; external: (number | null)[] } = { internal: [], external: [] };
  const cooksDistance: (number | null)[] = [];
  let squares = 0;
  for (const block of residualBlocks(columnsOfFit(fit, design, subject), target, restored(geometry.estimates))) {
    const q = orthonormalRows(block, triangle, geometry.columns.length);
    for (let i = 0; i < block.count; i++) {
      const row = block.from + i;
      const weight = weights[row] as number;
      const scaled = block.residuals.high[i] as number;
      if (weight > 0) squares += weight * scaled ** 2;
      const { leverage, left } = leverageOf(q, i, weight);
      const internal = internallyStudentized(fit, Math.sqrt(weight) * scaled, weight > 0 ? left : 0);
      const residual = timesPowerOfTwo(scaled / geometry.target.scale, geometry.target.exponent);
      const { high, low } = design.target.values;
      found.residuals.push(finite(residual, `the residual of row ${row}`, subject));
      found.fitted.push(finite((high[row] as number) - residual + (low?.[row] ?? 0), `row ${row}`, subject));
      found.leverage.push(leverage);
      studentized.internal.push(internal);
      studentized.external.push(internal === null ? null : externallyStudentized(fit, internal));
      cooksDistance.push(internal === null || fit.rank === 0 ? null : (internal ** 2 * leverage) / (left * fit.rank));
    }
  }
  checkSquares(fit, squares);
  return {
    ...found,
    internallyStudentized: studentized.internal,
    externallyStudentized: studentized.external,
    cooksDistance,
  };
}

/** The weight of every row, in the unit of the fit. */
function rowWeights(rows: number, columns: Columns, weights: ColumnValues | string | undefined): Float64Array {
  const given = weights === undefined ? undefined : columnOrName(columns, weights, subject);
  const counting = weighRows(rows, given, subject);
  const all = new Float64Array(rows);
  for (let at = 0; at < counting.rows; at++) all[counting.placeOf(at)] = counting.weights?.[at] ?? 1;
  return all;
}

function internallyStudentized({ geometry, perfectFit }: RegressionFit, residual: number, left: number): number | null {
  if (geometry.variance === null || perfectFit || left === 0) return null;
  return residual / Math.sqrt(geometry.variance * left);
}

/** From the square sum without the row, which is s² (df - t²). */
function externallyStudentized({ degreesOfFreedom }: RegressionFit, internal: number): number | null {
  const rest = degreesOfFreedom - internal ** 2;
  if (degreesOfFreedom < 2 || rest < 1e-12 * degreesOfFreedom) return null;
  return internal * Math.sqrt((degreesOfFreedom - 1) / rest);
}

/** The residuals' squares give away other columns or weights than those of the fit. */
function checkSquares({ geometry, degreesOfFreedom, perfectFit }: RegressionFit, squares: number): void {
  if (geometry.variance === null || perfectFit) return;
  const expected = geometry.variance * degreesOfFreedom;
  if (Math.abs(squares - expected) <= 1e-6 * expected) return;
  throw new NeuriteError(
    "bad-data",
    `${subject}: the columns should be those of the fit, got residuals whose mean square is ${squares / expected} times that of the fit. Pass the columns and weights that the fit was made of.`,
  );
}
