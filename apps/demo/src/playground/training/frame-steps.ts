// Which steps are kept: each at first, where most happens, then fewer and fewer.

/** Up to `until`, every `every`-th step. */
export interface Stage {
  readonly until: number;
  readonly every: number;
}

const first: readonly Stage[] = [
  { until: 20, every: 1 },
  { until: 100, every: 4 },
  { until: 500, every: 20 },
  { until: 1500, every: 50 },
];
const later = 100;

/** The stages that lead from step `from` to step `to`. */
export function stagesBetween(from: number, to: number): readonly Stage[] {
  const stages = first
    .filter(({ until }) => until > from)
    .map(({ until, every }) => ({ until: Math.min(until, to), every }));
  const needed = stages.filter(({ until }, i) => until > (stages[i - 1]?.until ?? from));
  return to > 1500 ? [...needed, { until: to, every: later }] : needed;
}

/** How long a training is, and by how much it is made longer. */
export const trainingSteps = 1500;
