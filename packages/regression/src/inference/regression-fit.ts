import type { DesignRecipe } from "../formula/design-recipe";
import type { LinearFit } from "../least-squares/linear-fit";
import type { TestedCoefficient } from "./coefficient-test";
import type { Diagnostics } from "./diagnostics";
import type { FitGeometry } from "./fit-geometry";
import type { RobustKind } from "./robust-covariance";

/** What every fit of a formula tells beside its coefficients. */
type Common = Omit<LinearFit, "kind" | "coefficients" | "intercept" | "interceptStandardError">;

/** A formula fitted by least squares, with its tests, as plain data. */
export interface RegressionFit extends Common {
  readonly kind: "regression";
  readonly formula: string;
  /** The left side of the formula, as in `log(y)`. */
  readonly target: string;
  /** In the order of the design, the intercept first and under the name `Intercept`; dropped columns are not among them. */
  readonly coefficients: readonly TestedCoefficient[];
  /** With what probability an interval from `lower` to `upper` holds its coefficient. */
  readonly level: number;
  /** What the standard errors assume: rows equally exact (but for weights) and independent; only independent; only clusters independent. */
  readonly covariance: "ordinary" | RobustKind | "clusters";
  /** How many clusters there are; null unless `covariance` is "clusters". */
  readonly clusters: number | null;
  /** What `statistic` is judged by: Student's t with `testDegreesOfFreedom`, or the normal distribution. */
  readonly distribution: "t" | "normal";
  /** `degreesOfFreedom`, with clusters their number less 1: those of t, and the second ones of the F test. */
  readonly testDegreesOfFreedom: number;
  /** `rank`, the intercept not counted: the first degrees of freedom of the F test. */
  readonly modelDegreesOfFreedom: number;
  /** As in `FitStatistics`; of a robust covariance Wald's F with it, null where it cannot tell all coefficients apart. */
  readonly fStatistic: number | null;
  /** The probability of an F at least as large, were all coefficients but the intercept 0; null without `fStatistic`. */
  readonly fPValue: number | null;
  readonly diagnostics: Diagnostics;
  /** What `applyDesign` needs for new rows. */
  readonly recipe: DesignRecipe;
  /** What `influence` and `predictRegression` need. */
  readonly geometry: FitGeometry;
}
