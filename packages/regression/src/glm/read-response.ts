// The door for targets: what a family can have observed, as a mean per trial and a number of trials.
import { NeuriteError } from "@neurite/tensor";
import { type ColumnValues, readColumn } from "../columns/columns";
import { checkClasses, codeLabels, type Label, type Labels } from "../columns/labels";
import type { WeightedRows } from "../columns/row-weights";
import type { FamilyName } from "./family";
import type { GeneralizedOptions } from "./generalized-options";

/** The target of the rows that count. */
export interface Response {
  readonly y: Float64Array;
  readonly trials: Float64Array | undefined;
  readonly classes: readonly [Label, Label] | null;
}

/** Checks a target, and the trials that go with it. */
export function readResponse(
  target: ColumnValues | Labels,
  options: GeneralizedOptions,
  counting: WeightedRows,
  subject: string,
): Response {
  if (options.family === "binomial" && options.trials === undefined) {
    const { classes, codes } = codeLabels(target, options.classes, subject);
    const coded = counting.take(codes);
    checkClasses(classes, coded, "multinomialRegression", subject);
    return { y: Float64Array.from(coded), trials: undefined, classes: [classes[0] as Label, classes[1] as Label] };
  }
  const read = readColumn(target as ColumnValues, `${subject}: the target`).high;
  const y = counting.take(read);
  if (options.trials === undefined) {
    checkRange(y, options.family, counting, subject);
    return { y, trials: undefined, classes: null };
  }
  const trials = counting.take(readRowNumbers(options.trials, "trials", read.length, subject));
  for (const [row, n] of trials.entries()) {
    const successes = y[row] as number;
    if (!(n > 0 && successes >= 0 && successes <= n)) {
      throw new NeuriteError(
        "bad-cell",
        `${subject}: each row should have from 0 to all of its trials as successes, and at least one trial, got ${successes} of ${n} in row ${counting.placeOf(row)} (counted from 0). Mend the row or give it weight 0.`,
      );
    }
  }
  return { y: y.map((successes, row) => successes / (trials[row] as number)), trials, classes: null };
}

/** A column of numbers that is one of the options. */
export function readRowNumbers(values: ColumnValues, option: string, rows: number, subject: string): Float64Array {
  const read = readColumn(values, `${subject}: "${option}"`).high;
  if (read.length === rows) return read;
  throw new NeuriteError(
    "bad-data",
    `${subject}: "${option}" should have one number for each of the ${rows} rows, got ${read.length}. Pass as many as rows.`,
  );
}

function checkRange(y: Float64Array, family: FamilyName, counting: WeightedRows, subject: string): void {
  if (family === "gaussian") return;
  const above = family === "gamma";
  const row = y.findIndex((value) => (above ? value <= 0 : value < 0));
  if (row < 0) return;
  throw new NeuriteError(
    "bad-cell",
    `${subject}: the target of the ${family} family should be ${above ? "above 0" : "0 or more"}, got ${y[row]} in row ${counting.placeOf(row)} (counted from 0). Mend the row, or take another family.`,
  );
}
