import { type Backend, NeuriteError } from "@neurite/tensor";
import type { ColumnValues } from "../columns/columns";
import type { RobustKind } from "./robust-covariance";

/** Options of `regress`. */
export interface RegressOptions {
  /** With what probability intervals hold their coefficient; 0.95 unless told otherwise. */
  readonly level?: number;
  /** One number of 0 or more for each row, or the name of a column of them; a row of weight 0 takes no part. */
  readonly weights?: ColumnValues | string;
  /** Standard errors for rows that are not equally exact: `HC0` (White's), or corrected for few rows, `HC1` to `HC3`. */
  readonly robust?: RobustKind;
  /** Standard errors for rows that come in clusters: a number or text for each row, or the name of a column of them. */
  readonly clusters?: ColumnValues | string;
  /** What coefficients are judged by: "t", and for `robust` and `clusters` "normal", as in statsmodels, unless told otherwise. */
  readonly distribution?: "t" | "normal";
  /** What does the bulk of the fit of a large table, as in `leastSquares`. */
  readonly backend?: Backend;
}

const kinds: readonly unknown[] = ["HC0", "HC1", "HC2", "HC3", undefined];
const distributions: readonly unknown[] = ["t", "normal", undefined];

/** Refuses what is no option, or not beside another. */
export function checkRegressOptions(options: RegressOptions, subject: string): void {
  checkRobust(options, subject);
  const { distribution } = options;
  if (distributions.includes(distribution)) return;
  throw refusal(`${subject}: "distribution" should be t or normal`, distribution, "Leave it out for the usual one.");
}

/** Refuses standard errors that there are not, and two kinds at once. */
export function checkRobust({ robust, clusters }: Pick<RegressOptions, "robust" | "clusters">, subject: string): void {
  if (!kinds.includes(robust)) {
    throw refusal(
      `${subject}: "robust" should be HC0, HC1, HC2 or HC3`,
      robust,
      "Leave it out for ordinary standard errors.",
    );
  }
  if (robust !== undefined && clusters !== undefined) {
    throw refusal(`${subject}: "robust" and "clusters" should not stand together`, robust, "Leave one of them out.");
  }
}

/** A probability for intervals. */
export function checkLevel(level: number, subject: string): number {
  if (typeof level === "number" && level > 0 && level < 1) return level;
  throw refusal(`${subject}: "level" should be a number between 0 and 1`, level, "Divide percentages by 100.");
}

function refusal(expected: string, got: unknown, remedy: string): NeuriteError {
  return new NeuriteError(
    "bad-argument",
    `${expected}, got ${typeof got === "string" ? JSON.stringify(got) : String(got)}. ${remedy}`,
  );
}
