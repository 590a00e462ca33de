import { classScores, regressionScores } from "@neurite/regression";
import { type Answers, labelsOf } from "./answers";
import type { TargetEncoder } from "./encoder";
import type { Split } from "./split-rows";
import { encodeClasses } from "./target-encoder";
import type { TypedColumn } from "./typed-column";
import type { Warning } from "./warning";
import { count, quote } from "./wording";

/** How good numbers are on the test rows, in the target's unit; null where that is not defined. */
export interface NumberTestScores {
  /** 1 - Σ (y - p)² / Σ (y - ȳ)²; null for fewer than 2 rows or a constant target. */
  readonly r2: number | null;
  /** √(mean of (y - p)²); null without test rows. */
  readonly rmse: number | null;
  readonly accuracy?: never;
  readonly logLoss?: never;
}

/** How good classes and their probabilities are on the test rows; null without any. */
export interface ClassTestScores {
  /** The share of rows whose most probable class is theirs. */
  readonly accuracy: number | null;
  /** Mean of -log P(the row's class), in nats. */
  readonly logLoss: number | null;
  readonly r2?: never;
  readonly rmse?: never;
}

/** Network against straight line, both fitted on the same training rows and scored once on the same test rows. */
export interface TableScores<S = NumberTestScores | ClassTestScores> {
  /** How many rows each part has. */
  readonly rows: { readonly train: number; readonly validation: number; readonly test: number };
  readonly baseline: S;
  readonly network: S;
}

/** Scores answers for the rows given against what stands in the table. */
export function scoreAnswers(
  answers: Answers,
  target: TargetEncoder,
  truth: TypedColumn,
  rows: Int32Array,
): NumberTestScores | ClassTestScores {
  if ("numbers" in answers) {
    const values = truth.kind === "number" ? truth.values : new Float64Array(0);
    const y = Float64Array.from(rows, (row) => values[row] ?? 0);
    const { r2, rmse } = regressionScores(y, answers.numbers);
    return { r2, rmse };
  }
  const labels = target.task === "classification" ? labelsOf(target, encodeClasses(target, truth, rows)) : [];
  const { classes, probabilities } = answers;
  const { accuracy, logLoss } = classScores(labels, { classes, rows: rows.length, values: probabilities });
  return { accuracy, logLoss };
}

/** How many rows each part has. */
export function partSizes({ train, validation, test }: Split): TableScores["rows"] {
  return { train: train.length, validation: validation.length, test: test.length };
}

/** Says why a score is null. */
export function scoreWarnings(scores: TableScores, target: TargetEncoder): readonly Warning[] {
  const { test } = scores.rows;
  const about = { code: "undefined-score", column: target.column } as const;
  if (test === 0) {
    const message = 'No rows were held back for testing, so there are no scores. Give "test" a share above 0.';
    return [{ ...about, message }];
  }
  if (scores.network.r2 !== null && scores.baseline.r2 !== null) return [];
  const message =
    test < 2
      ? `R² is not defined for a test part of ${count(test, "row")}. Bring more rows, or raise "test".`
      : `R² is not defined on the ${count(test, "test row")}: the target ${quote(target.column)} hardly varies in them. Bring more rows, or another seed.`;
  return [{ ...about, message }];
}
