import { NeuriteError } from "@neurite/tensor";
import type { ColumnReading } from "./column-reading";
import { numberStatistics } from "./number-statistics";
import { place, type Table } from "./table";
import type { Warning } from "./warning";
import { count, quote } from "./wording";

/** What is predicted: a number, or one of several classes. */
export type Task = "regression" | "classification";

/** Above this share of the rows, different classes are hardly classes. */
const classesPerRow = 0.5;
/** Above this number, too. */
const manyClasses = 100;

/**
 * Chooses the task: numbers give regression, text and booleans classification.
 *
 * A number column that holds 0 and 1 and nothing else is classification, with a warning: `task: "regression"`, or naming
 * the column in `numbers`, makes it regression. Refused: regression on what is no number, dates, no value at all.
 */
export function chooseTask(
  reading: ColumnReading,
  options: { readonly task?: Task | undefined; readonly numbers?: readonly string[] | undefined },
): { readonly task: Task; readonly warnings: readonly Warning[] } {
  const { column } = reading;
  const name = quote(column.name);
  if (column.kind === "date") {
    throw new NeuriteError(
      "bad-argument",
      `The target ${name} should hold numbers or classes, got dates. Name it in "categories" to predict them as classes.`,
    );
  }
  if (column.kind !== "number") {
    if (options.task !== "regression") return { task: "classification", warnings: [] };
    const what = column.kind === "boolean" ? "true and false" : "text";
    throw new NeuriteError(
      "bad-argument",
      `task "regression" needs a target of numbers, ${name} holds ${what}. Leave "task" out, or write numbers.`,
    );
  }
  if (options.task !== undefined) return { task: options.task, warnings: [] };
  const { distinct, min, max } = numberStatistics(column.values);
  const told = options.numbers?.includes(column.name) === true;
  if (told || distinct !== 2 || min !== 0 || max !== 1) return { task: "regression", warnings: [] };
  const message = `The target ${name} is 0 or 1 in every row, so it is predicted as two classes. Ask for the task "regression" to predict it as a number.`;
  const remedy = { option: "task", values: ["regression"] } as const;
  return { task: "classification", warnings: [{ code: "class-target", column: column.name, message, remedy }] };
}

/** Warns about a target with gaps, without variation, or with more classes than can be learnt. */
export function targetWarnings(reading: ColumnReading, distinct: number, task: Task, table: Table): readonly Warning[] {
  const { column, missing, unreadable } = reading;
  const name = quote(column.name);
  const gaps = missing.count + unreadable.count;
  const present = table.rows - gaps;
  const about = { column: column.name };
  const warnings: Warning[] = [];
  if (gaps > 0) {
    const rows = [missing.first, unreadable.first].filter((row) => row >= 0);
    const where = place(table, Math.min(...rows));
    const message = `The target ${name} is missing in ${count(gaps, "row")} of ${table.rows}, the first is ${where}; such rows are left out.`;
    warnings.push({ ...about, code: "missing-target", message });
  }
  if (distinct === 1 && present > 1) {
    const message = `The target ${name} is constant in all ${count(present, "row")}: there is nothing to learn, and R² is undefined. Choose another target.`;
    warnings.push({ ...about, code: "constant-target", message });
  }
  if (task === "classification" && present > 1 && (distinct > manyClasses || distinct > classesPerRow * present + 1)) {
    const message = `The target ${name} has ${distinct} classes in ${count(present, "row")}, few rows for each. Choose another target, or name it in "numbers" if it holds numbers.`;
    warnings.push({ ...about, code: "many-classes", message });
  }
  return warnings;
}
