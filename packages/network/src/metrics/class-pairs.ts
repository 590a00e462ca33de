import type { Value } from "@neurite/tensor";
import { classAt } from "./class-at";
import { classColumns } from "./class-columns";

/** What was said of each place, and what it is. */
export interface ClassPairs {
  readonly said: Float64Array;
  /** May be none of the classes where the targets are indices. */
  readonly own: Float64Array;
  /** How many classes there are: 2 where one number tells of yes or no. */
  readonly classes: number;
  /** Whether one number tells of yes or no. */
  readonly single: boolean;
}

/** The classes of predictions and targets; `null` where a number is NaN, which is no class. Throws `bad-data` where the shapes do not fit. */
export function classPairs(kind: string, prediction: Value, target: Value, threshold?: number): ClassPairs | null {
  const { places, classes, indices } = classColumns(kind, prediction, target);
  if (holdsNaN(prediction) || holdsNaN(target)) return null;
  const said = Float64Array.from({ length: places }, (_, place) => classAt(prediction.data, place, classes, threshold));
  const own = Float64Array.from({ length: places }, (_, place) =>
    indices ? (target.data[place] as number) : classAt(target.data, place, classes),
  );
  return { said, own, classes: Math.max(2, classes), single: classes === 1 };
}

/** Whether one of the numbers is NaN. */
export function holdsNaN({ data }: Value): boolean {
  return data.some((x: number) => Number.isNaN(x));
}
