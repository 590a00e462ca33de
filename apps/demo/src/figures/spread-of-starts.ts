import { type Figures, figure } from "./figure";

/** Where several starts ended: the worst, the median and the best. */
export function spreadOfStarts(name: string, scores: readonly number[], within: number): Figures {
  const sorted = [...scores].sort((a, b) => a - b);
  const [below, above] = [sorted[(sorted.length - 1) >> 1] ?? Number.NaN, sorted[sorted.length >> 1] ?? Number.NaN];
  return {
    [`${name}: worst`]: figure(sorted[0] ?? Number.NaN, within),
    [`${name}: median`]: figure((below + above) / 2, within),
    [`${name}: best`]: figure(sorted.at(-1) ?? Number.NaN, within),
  };
}
