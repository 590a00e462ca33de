// A set with two inputs, which can be drawn on a plane.
import type { PlaneColumn } from "./plane-column";

export interface PlaneSet {
  /** Whether a number is predicted, or which of two groups a point belongs to (0 or 1). */
  readonly task: "number" | "classes";
  readonly inputs: readonly [PlaneColumn, PlaneColumn];
  readonly target: PlaneColumn;
  /** So many rows from the first on are learnt from; the others are held out. */
  readonly trainRows: number;
  /** The score that nothing can beat; undefined where nobody knows it. */
  readonly ceiling: number | undefined;
  /** The picture goes from -reach to reach in both directions. */
  readonly reach: number;
}

/** How many rows a set has. */
export function rowCount({ target }: PlaneSet): number {
  return target.values.length;
}
