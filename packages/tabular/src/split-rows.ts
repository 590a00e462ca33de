import { type Key, NeuriteError, permutation } from "@neurite/tensor";
import { stratified } from "./stratified";
import { count } from "./wording";

/** Rows by number, each in one part, in ascending order. */
export interface Split {
  /** What the encoders, the network and the baseline are fitted on. */
  readonly train: Int32Array;
  /** What early stopping looks at. */
  readonly validation: Int32Array;
  /** What is scored once, at the end. */
  readonly test: Int32Array;
}

/** The shares of the parts; what is left is for training. */
export interface SplitOptions {
  /** Default 0.15. */
  readonly validation?: number;
  /** Default 0.15. */
  readonly test?: number;
  /** The class of each row given: the parts then hold every class in about the same share. */
  readonly classes?: Int32Array;
}

/**
 * Splits rows at random into train, validation and test, the same way for the same key.
 *
 * A part whose share is above 0 has at least one row. With classes, each class keeps a row in train where there are
 * enough rows. Refused: too few rows ("too-few-rows"), shares outside 0 to 1 ("bad-argument").
 */
export function splitRows(rows: Int32Array, key: Key, options: SplitOptions = {}): Split {
  const { validation = 0.15, test = 0.15, classes } = options;
  for (const [name, share] of [
    ["validation", validation],
    ["test", test],
  ] as const) {
    if (share >= 0 && share < 1) continue;
    throw new NeuriteError("bad-argument", `split: "${name}" should be a share from 0 to below 1, got ${share}.`);
  }
  if (validation + test >= 1) {
    throw new NeuriteError(
      "bad-argument",
      `split: "validation" and "test" should leave rows to train on, got ${validation} and ${test}. Make them smaller.`,
    );
  }
  const n = rows.length;
  const least = 1 + (test > 0 ? 1 : 0) + (validation > 0 ? 1 : 0);
  if (n < least) {
    throw new NeuriteError(
      "too-few-rows",
      `Only ${count(n, "row")} with a target: training needs ${least} or more, one for each of train, validation and test. Bring more rows.`,
    );
  }
  const sizeOfTest = sizeOf(test * n, n - least + 1);
  const sizes = { test: sizeOfTest, validation: sizeOf(validation * n, n - sizeOfTest - 1) };
  const order = permutation(key, n);
  const part = classes === undefined ? inOrder(order, sizes) : stratified(order, classes, sizes);
  const pick = (wanted: number) => rows.filter((_, i) => part[i] === wanted).sort();
  return { train: pick(0), validation: pick(1), test: pick(2) };
}

/** The nearest whole number, 1 or more unless nothing is asked for, at most what the other parts leave. */
function sizeOf(asked: number, most: number): number {
  return asked === 0 ? 0 : Math.max(1, Math.min(Math.round(asked), most));
}

function inOrder(order: Int32Array, sizes: { test: number; validation: number }): Uint8Array {
  const part = new Uint8Array(order.length);
  order.subarray(0, sizes.test).forEach((row) => {
    part[row] = 2;
  });
  order.subarray(sizes.test, sizes.test + sizes.validation).forEach((row) => {
    part[row] = 1;
  });
  return part;
}
