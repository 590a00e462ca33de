import { stepsOf } from "../fit/steps-of";
import { stepsOption } from "./steps-option";

/**
 * How many optimizer steps an epoch has, to tell a schedule in epochs.
 *
 * Formula: `⌈rows / batchSize⌉`, one less where that would leave a single row for the last batch: `fit` merges it into the batch before.
 * Rows held back to validate on do not count: with `validationSplit: 0.2` pass the other four fifths. `batchSize` is 32 unless told otherwise, as in `fit`.
 * Throws `bad-argument` where a number is not whole and above 0.
 *
 * @example
 * ```ts
 * import { cosineDecay, stepsPerEpoch } from "@neurite/network";
 *
 * const epoch = stepsPerEpoch(1000, 32);
 * console.log(epoch); // → 32
 * console.log(cosineDecay({ steps: 20 * epoch }).config); // → { steps: 640, floor: 0 }
 * ```
 */
export function stepsPerEpoch(rows: number, batchSize = 32): number {
  stepsOption("stepsPerEpoch", "rows", rows);
  stepsOption("stepsPerEpoch", "batchSize", batchSize);
  return stepsOf(rows, batchSize).total;
}
