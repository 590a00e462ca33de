import { NeuriteError } from "@neurite/tensor";
import type { ColumnValues } from "../columns/columns";
import type { Label } from "../columns/labels";
import type { RobustKind } from "../inference/robust-covariance";
import { binomial, gamma, gaussian, negativeBinomial, poisson } from "./families";
import { type Family, type FamilyName, familyLinks } from "./family";
import { type LinkName, links } from "./link";

/** Options of `generalizedLinearModel` and `generalizedFormula`. */
export interface GeneralizedOptions {
  readonly family: FamilyName;
  /** `"inverse"` or `"log"` for the gamma family, `"log"` unless told otherwise; the others have one link each. */
  readonly link?: LinkName;
  /** Of the negative binomial family, whose variance is μ + alpha μ²: from 1e-10 to 1e10, or 0, which is Poisson's; estimated unless given. */
  readonly alpha?: number;
  /** Of the binomial family: how many trials each row's successes are out of. Without them the target holds two classes. */
  readonly trials?: ColumnValues;
  /** The two classes, the one that the odds are for last; sorted unless told otherwise. */
  readonly classes?: readonly Label[];
  /** Added to the linear predictor of each row with a coefficient of 1. */
  readonly offset?: ColumnValues;
  /** One number of 0 or more for each row: the row's variance is divided by it. A row of weight 0 takes no part. */
  readonly weights?: ColumnValues;
  /** Standard errors for rows whose variance is not the family's: `HC0` (the sandwich), or corrected for few rows, `HC1` to `HC3`. */
  readonly robust?: RobustKind;
  /** Standard errors for rows that come in clusters: a number or text for each row. */
  readonly clusters?: ColumnValues;
  /** The probability of the intervals; 0.95 unless told otherwise. */
  readonly level?: number;
  /** After how many steps to stop, converged or not; 100 unless told otherwise. */
  readonly maxIterations?: number;
}

/** The family and link that the options ask for. */
export function familyOf({ family, link, alpha, trials, classes }: GeneralizedOptions, subject: string): Family {
  const bad = (option: string, expected: string, got: unknown, remedy: string) =>
    new NeuriteError("bad-argument", `${subject}: "${option}" should be ${expected}, got ${String(got)}. ${remedy}`);
  if (!Object.hasOwn(familyLinks, family)) {
    throw bad("family", `one of ${Object.keys(familyLinks).join(", ")}`, family, "Choose by the kind of target.");
  }
  const known = familyLinks[family];
  const name = link ?? (known[0] as LinkName);
  if (!known.includes(name)) throw bad("link", `${known.join(" or ")} for the ${family} family`, name, "Leave it out.");
  if (alpha !== undefined && family !== "negativeBinomial") {
    throw bad("alpha", "left out unless the family is negativeBinomial", alpha, "Leave it out.");
  }
  if (alpha !== undefined && alpha !== 0 && !(alpha >= 1e-10 && alpha <= 1e10)) {
    throw bad("alpha", "a number from 1e-10 to 1e10, or 0 for Poisson", alpha, "Leave it out to have it estimated.");
  }
  if ((trials ?? classes) !== undefined && family !== "binomial") {
    const option = trials === undefined ? "classes" : "trials";
    throw bad(option, "left out unless the family is binomial", `a list for ${family}`, "Leave it out.");
  }
  switch (family) {
    case "gaussian":
      return gaussian;
    case "poisson":
      return poisson;
    case "binomial":
      return binomial;
    case "gamma":
      return gamma(links[name]);
    case "negativeBinomial":
      return negativeBinomial(alpha ?? 0);
    default:
      return family satisfies never;
  }
}

/** The options that are numbers, checked. */
export function numbersOf(
  { level = 0.95, maxIterations = 100 }: Pick<GeneralizedOptions, "level" | "maxIterations">,
  subject: string,
) {
  checkLevel(level, subject);
  if (!(Number.isInteger(maxIterations) && maxIterations > 0)) {
    throw new NeuriteError(
      "bad-argument",
      `${subject}: "maxIterations" should be a whole number above 0, got ${maxIterations}. Leave it out for the usual number.`,
    );
  }
  return { level, maxIterations };
}

/** A probability between 0 and 1 for intervals. */
export function checkLevel(level: number, subject: string): void {
  if (typeof level === "number" && level > 0 && level < 1) return;
  throw new NeuriteError(
    "bad-argument",
    `${subject}: "level" should be a number between 0 and 1, got ${String(level)}. Leave it out for 0.95.`,
  );
}
