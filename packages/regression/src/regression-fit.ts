import type { TestedCoefficient } from "./coefficient-test";
import type { DesignRecipe } from "./formula/design-recipe";
import type { LinearFit } from "./linear-fit";

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
  /** `rank`, the intercept not counted: the first degrees of freedom of the F test; the second are `degreesOfFreedom`. */
  readonly modelDegreesOfFreedom: number;
  /** The probability of an F at least as large, were all coefficients but the intercept 0; null without `fStatistic`. */
  readonly fPValue: number | null;
  /** What `applyDesign` needs for new rows. */
  readonly recipe: DesignRecipe;
}
