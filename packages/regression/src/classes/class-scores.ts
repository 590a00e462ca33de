import { NeuriteError } from "@neurite/tensor";
import { type Label, type Labels, list } from "../columns/labels";
import { mostProbable, type Probabilities } from "./predict-probabilities";

/** How good predicted probabilities are. */
export interface ClassScores {
  readonly rows: number;
  /** The part of rows whose most probable class is theirs; null for 0 rows. */
  readonly accuracy: number | null;
  /** Mean of -log P(the row's class), in nats, probabilities below 1e-15 taken as 1e-15; null for 0 rows. */
  readonly logLoss: number | null;
}

/** No row costs more than -log of this, 34.5. */
const leastProbability = 1e-15;

/**
 * Scores predicted probabilities against the true classes: accuracy and log loss.
 *
 * A true class that the fit does not know counts as wrong, with probability 0. Errors: `bad-data` (lengths).
 *
 * @example
 * ```ts
 * import { classScores } from "@neurite/regression";
 *
 * const probabilities = { classes: ["no", "yes"], rows: 2, values: Float64Array.of(0.5, 0.5, 0.25, 0.75) };
 * console.log(classScores(["no", "no"], probabilities)); // → { rows: 2, accuracy: 0.5, logLoss: 1.0397207708399179 }
 * ```
 */
export function classScores(target: Labels, probabilities: Probabilities): ClassScores {
  const { classes, rows, values } = probabilities;
  if (target.length !== rows || values.length !== rows * classes.length) {
    throw new NeuriteError(
      "bad-data",
      `classScores: there should be one target and ${classes.length} probabilities (${list(classes)}) a row, got ${target.length} targets, ${rows} rows and ${values.length} probabilities. Score the same rows.`,
    );
  }
  const places = new Map<Label, number>(classes.map((label, at) => [label, at]));
  let right = 0;
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    const own = places.get(target[row] as Label);
    const probability = own === undefined ? 0 : (values[row * classes.length + own] as number);
    if (own !== undefined && mostProbable(values, row, classes.length) === own) right++;
    loss -= Math.log(Math.max(probability, leastProbability));
  }
  return { rows, accuracy: rows === 0 ? null : right / rows, logLoss: rows === 0 ? null : loss / rows };
}
