// The four customers in the corners of the plane, and what is wanted of each.

/** Balance and retirement of a customer, each from -1 to 1: poor to rich, working to retired. */
export type Point = readonly [balance: number, retired: number];

export interface Corner {
  readonly name: string;
  readonly at: Point;
}

export const corners = [
  { name: "poor and retired", at: [-1, 1] },
  { name: "rich and retired", at: [1, 1] },
  { name: "poor and working", at: [-1, -1] },
  { name: "rich and working", at: [1, -1] },
] as const satisfies readonly Corner[];

export type CornerName = (typeof corners)[number]["name"];

/** Which corners should get a +1: the one that is both, or the two that are one thing but not the other. */
export type Goal = "both" | "either";

const plus: Record<Goal, ReadonlySet<CornerName>> = {
  both: new Set<CornerName>(["rich and working"]),
  either: new Set<CornerName>(["rich and working", "poor and retired"]),
};

/** What a corner should get: 1 or -1. */
export function wanted(goal: Goal, name: CornerName): 1 | -1 {
  return plus[goal].has(name) ? 1 : -1;
}

/** From here on an answer counts as right: sure enough, and on the side that is wanted. */
export const sureFrom = 0.8;

export function isRight(goal: Goal, name: CornerName, answer: number): boolean {
  return answer * wanted(goal, name) >= sureFrom;
}

/** How many of the four are right; `answers` are in the order of `corners`. */
export function countRight(goal: Goal, answers: ArrayLike<number>): number {
  return corners.filter(({ name }, i) => isRight(goal, name, answers[i] as number)).length;
}
