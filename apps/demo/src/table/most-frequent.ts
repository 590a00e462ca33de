import type { CategoryColumn } from "neurite";

/** Which level of a column most rows have. */
export function mostFrequent({ codes, levels }: CategoryColumn): number {
  const counts = new Int32Array(levels.length);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] as number) + 1;
  return counts.reduce((best, count, code) => (count > (counts[best] as number) ? code : best), 0);
}
