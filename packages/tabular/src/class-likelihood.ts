import { type ClassFitReport, type LinearCoefficient, multinomialRegression } from "@neurite/regression";
import { NeuriteError } from "@neurite/tensor";

/**
 * What maximum likelihood says of the columns and rows that a class baseline was fitted on: coefficients with standard errors, which the
 * ridge of the baseline itself would bend.
 */
export interface ClassLikelihood {
  /** For each class but the first: its log odds against the first. */
  readonly equations: readonly ClassEquation[];
  readonly logLikelihood: number;
  /** That of the classes' shares alone. */
  readonly nullLogLikelihood: number;
}

/** The log odds of one class against the first; the intercept, named "Intercept", is the first coefficient. */
export interface ClassEquation {
  readonly class: string;
  readonly coefficients: readonly LinearCoefficient[];
}

/** The reasons to have none. */
export const noLikelihoods = ["separated", "unsettled", "tooLarge", "notKept"] as const;

/** Why there is no likelihood to tell. */
export interface NoLikelihood {
  /**
   * - `separated`: columns tell a class apart without a mistake, in all rows or in some: coefficients would run off to infinity;
   * - `unsettled`: the coefficients have not settled within the steps there are, or leave float64;
   * - `tooLarge`: rows times the square of the number of coefficients are above 10⁹, which would take longer than all the rest;
   * - `notKept`: the model file was written by a neurite that kept none.
   */
  readonly none: (typeof noLikelihoods)[number];
  /** Of `separated` the columns of 0 and 1 that rule a class out: no row with a 1 (or no row with a 0) is of that class. Else empty. */
  readonly columns: readonly string[];
}

/** Rows times the square of the number of coefficients. */
const mostWork = 1e9;

/** Fits what a class baseline was fitted on by maximum likelihood, without a ridge. */
export function fitLikelihood(
  columns: readonly (readonly [name: string, values: Float64Array])[],
  labels: readonly string[],
  { classes, rank, separated }: Pick<ClassFitReport, "rank" | "separated"> & { readonly classes: readonly string[] },
): ClassLikelihood | NoLikelihood {
  const parted = () => ({ none: "separated", columns: rulingOut(columns, labels, classes.length) }) as const;
  if (separated) return parted();
  if (labels.length * (rank * (classes.length - 1)) ** 2 > mostWork) return { none: "tooLarge", columns: [] };
  const unsettled = { none: "unsettled", columns: [] } as const;
  try {
    const fit = multinomialRegression(columns, labels, { classes });
    if (fit.separated) return parted();
    const equations = fit.equations.map(({ class: of, coefficients }) => ({
      class: String(of),
      coefficients: coefficients.map(({ name, estimate, standardError }) => ({ name, estimate, standardError })),
    }));
    const { converged, logLikelihood, nullLogLikelihood } = fit;
    return converged && equations.every(isSure) ? { equations, logLikelihood, nullLogLikelihood } : unsettled;
  } catch (error) {
    // without a ridge, coefficients on their way to infinity may leave float64
    if (error instanceof NeuriteError && error.code === "not-finite") return unsettled;
    throw error;
  }
}

/** Whether every coefficient has a finite standard error. */
function isSure({ coefficients }: ClassEquation): boolean {
  return coefficients.every(({ standardError }) => standardError !== null && Number.isFinite(standardError));
}

/** The columns of 0 and 1 of which one side lacks a class. */
function rulingOut(
  columns: readonly (readonly [name: string, values: Float64Array])[],
  labels: readonly string[],
  classes: number,
): readonly string[] {
  const guilty = columns.filter(([, values]) => {
    const sides = [new Set<string>(), new Set<string>()];
    for (const [row, value] of values.entries()) {
      const side = sides[value];
      if (side === undefined) return false;
      side.add(labels[row] as string);
    }
    return sides.every(({ size }) => size > 0) && sides.some(({ size }) => size < classes);
  });
  return guilty.map(([name]) => name);
}
