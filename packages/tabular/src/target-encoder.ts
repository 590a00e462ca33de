import { NeuriteError } from "@neurite/tensor";
import type { ClassTarget, RegressionTarget, TargetEncoder } from "./encoder";
import { numberStatistics, standardise, unstandardise } from "./number-statistics";
import { sortedTexts } from "./sorted-texts";
import type { Task } from "./target-task";
import { type TypedColumn, valuesOf } from "./typed-column";
import { quote } from "./wording";

/** The rows in which the target has a value. */
export function rowsWithTarget(target: TypedColumn): Int32Array {
  const values = valuesOf(target);
  const rows = new Int32Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row])) rows[count++] = row;
  return rows.slice(0, count);
}

/**
 * Fits the target's encoder: mean and deviation of the training rows, or the labels of `rows`, which are all the rows
 * that have one, so that a class which only the test part holds still has a name.
 */
export function fitTarget(target: TypedColumn, task: Task, rows: Int32Array, train: Int32Array): TargetEncoder {
  if (rows.length === 0) {
    throw new NeuriteError(
      "bad-data",
      `The target ${quote(target.name)} has no value in any row. Choose another target.`,
    );
  }
  switch (task) {
    case "regression": {
      if (target.kind !== "number") throw notNumbers(target);
      const { mean, standardDeviation } = numberStatistics(target.values, train);
      return { task, column: target.name, mean, deviation: standardDeviation };
    }
    case "classification": {
      if (target.kind === "date") throw notNumbers(target);
      return { task, column: target.name, kind: target.kind, labels: labelsOf(target, rows) };
    }
    default:
      return task satisfies never;
  }
}

/** The standardised target of the rows given: (y - mean) / deviation. */
export function encodeNumbers(encoder: RegressionTarget, target: TypedColumn, rows: Int32Array): Float64Array {
  if (target.kind !== "number") throw notNumbers(target);
  return Float64Array.from(rows, (row) => standardise(target.values[row] as number, encoder.mean, encoder.deviation));
}

/** What a standardised prediction is in the target's own unit: mean + z · deviation. */
export function decodeNumber(encoder: RegressionTarget, z: number): number {
  return unstandardise(z, encoder.mean, encoder.deviation);
}

/** The class of each row given as index among the labels; -1 where the target is missing or has no such label. */
export function encodeClasses(encoder: ClassTarget, target: TypedColumn, rows: Int32Array): Int32Array {
  const places = new Map(encoder.labels.map((label, place) => [label, place]));
  switch (target.kind) {
    case "category": {
      const slots = Int32Array.from(target.levels, (level) => places.get(level) ?? -1);
      return rows.map((row) => {
        const code = target.codes[row] as number;
        return code < 0 ? -1 : (slots[code] as number);
      });
    }
    case "boolean": {
      // By truth and not by spelling: a later table may say "true" for "yes".
      const last = encoder.labels.length - 1;
      const placeOf = last === 1 ? [0, 1] : target.labels.map((label) => places.get(label) ?? -1);
      return rows.map((row) => placeOf[target.values[row] as number] ?? -1);
    }
    case "number":
      return rows.map((row) => places.get(String(target.values[row])) ?? -1);
    case "date":
      throw notNumbers(target);
    default:
      return target satisfies never;
  }
}

function labelsOf(target: Exclude<TypedColumn, { kind: "date" }>, rows: Int32Array): readonly string[] {
  if (target.kind === "category") {
    const codes = new Set(rows.map((row) => target.codes[row] as number));
    return sortedTexts(target.levels.filter((_, code) => codes.has(code)));
  }
  const values = [...new Set(Array.from(rows, (row) => target.values[row] as number))].sort((a, b) => a - b);
  return target.kind === "number" ? values.map(String) : values.map((value) => target.labels[value === 1 ? 1 : 0]);
}

function notNumbers(target: TypedColumn): NeuriteError {
  return new NeuriteError(
    "internal",
    `internal: the target ${target.name} was read as ${target.kind}, which its task cannot use.`,
  );
}
