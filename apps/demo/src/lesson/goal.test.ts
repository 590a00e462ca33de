import { expect, it } from "vitest";
import { firstAtGoal } from "./goal";
import { parseLesson } from "./lesson";

const lesson = (query: string) => {
  const parsed = parseLesson(new URLSearchParams(query));
  if (!parsed) throw new Error("no lesson");
  return parsed;
};
const way = [
  { heldOutR2: 0.1, steps: 0 },
  { heldOutR2: 0.9, steps: 80 },
  { heldOutR2: 0.4, steps: 600 },
];

it("is reached where the training passed it in time, also if it goes on and gets worse", () => {
  expect(firstAtGoal(lesson("goal=0.88&steps=100"), way)).toEqual({ heldOutR2: 0.9, steps: 80 });
  expect(firstAtGoal(lesson("goal=0.88"), way)).toEqual({ heldOutR2: 0.9, steps: 80 });
});

it("is not reached too late, too low, without steps where they count, or with no number", () => {
  expect(firstAtGoal(lesson("goal=0.88&steps=79"), way)).toBeUndefined();
  expect(firstAtGoal(lesson("goal=0.91"), way)).toBeUndefined();
  expect(firstAtGoal(lesson("goal=0.5&steps=10"), [{ heldOutR2: 0.9 }])).toBeUndefined();
  expect(firstAtGoal(lesson("goal=-5"), [{ heldOutR2: Number.NaN }])).toBeUndefined();
});

it("is held against right answers where groups are told apart, and is none where a lesson has none", () => {
  expect(firstAtGoal(lesson("goal=0.95"), [{ rightShare: 0.96, steps: 1 }])).toEqual({ rightShare: 0.96, steps: 1 });
  expect(firstAtGoal(lesson("task=Look"), way)).toBeUndefined();
});
