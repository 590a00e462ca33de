import type { Lesson } from "./lesson";

/** What a page has reached on rows that nothing was learnt from: R² of numbers, the share of right answers of groups. */
export type Reached = ({ readonly heldOutR2: number } | { readonly rightShare: number }) & {
  readonly steps?: number | undefined;
};

/** The figure that a goal is held against. */
export function scoreOf(reached: Reached): number {
  return "rightShare" in reached ? reached.rightShare : reached.heldOutR2;
}

/** Where a lesson's goal was reached first, in the steps that it allows; undefined where it was not. */
export function firstAtGoal({ goal, steps: most }: Lesson, way: readonly Reached[]): Reached | undefined {
  if (goal === undefined) return undefined;
  return way.find((one) => {
    const inTime = most === undefined || (one.steps ?? Number.POSITIVE_INFINITY) <= most;
    return scoreOf(one) >= goal && inTime;
  });
}
