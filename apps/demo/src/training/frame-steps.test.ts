import { expect, it } from "vitest";
import { frameSteps } from "./frame-steps";

it("looks at each of the first steps, then at 60 more on a logarithmic scale", () => {
  const steps = frameSteps(600);
  expect(steps).toHaveLength(81);
  expect(steps.slice(0, 26)).toEqual([...Array(21).keys(), 21, 22, 24, 25, 27]); // 20 · 30^(1/60) = 21.2, 22.4, 23.7, 25.1, 26.6
  expect(steps.slice(-3)).toEqual([536, 567, 600]);
});

it("has no step twice and none after the last", () => {
  expect(frameSteps(3)).toEqual([0, 1, 2, 3]);
  expect(frameSteps(22)).toEqual([...Array(23).keys()]);
});
