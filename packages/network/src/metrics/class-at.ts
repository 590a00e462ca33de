import type { Data } from "@neurite/tensor";

/** The class at a place: the column of its largest number (the first of equals), or whether its only one is above the threshold. */
export function classAt(data: Data, place: number, classes: number, threshold = 0.5): number {
  const from = place * classes;
  if (classes === 1) return (data[from] as number) > threshold ? 1 : 0;
  let best = 0;
  for (let column = 1; column < classes; column++) {
    if ((data[from + column] as number) > (data[from + best] as number)) best = column;
  }
  return best;
}
