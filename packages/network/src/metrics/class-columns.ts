import { sameShape, type Value } from "@neurite/tensor";
import { mismatch } from "./check-pairs";

/** Predictions of classes and their targets, as the metrics of classes read them. */
export interface ClassColumns {
  /** How many predictions there are: rows, times what stands between rows and classes. */
  readonly places: number;
  /** 1 where one number tells of yes or no. */
  readonly classes: number;
  /** Whether the targets are indices, rather than one number for each class. */
  readonly indices: boolean;
}

/**
 * Reads the shapes of `[rows]` or `[rows, ..., 1]` with targets of 0 and 1, or `[rows, ..., classes]` with targets alike (one-hot) or
 * indices. Throws `bad-data`.
 */
export function classColumns(kind: string, prediction: Value, target: Value): ClassColumns {
  const [p, t] = [prediction.shape, target.shape];
  const classes = p.length > 1 ? (p.at(-1) ?? 0) : 1;
  const places = classes === 0 ? 0 : prediction.data.length / classes;
  const outer = p.length > 1 ? p.slice(0, -1) : p;
  const alike = p.length > 0 && sameShape(p, t);
  const indices = !alike && (sameShape(t, outer) || sameShape(t, [...outer, 1]));
  if (p.length === 0 || (!alike && !indices)) {
    throw mismatch(kind, p, t, "the targets should be one-hot like the prediction, or one class for each row");
  }
  return { places, classes, indices: indices && classes > 1 };
}
