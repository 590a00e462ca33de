import { describe, expect, it } from "vitest";
import { apart, backends, courseOf, factorsAt } from "./factors-at";
import { stepDecay } from "./step-decay";

describe("stepDecay", () => {
  it("gives the factors of PyTorch's StepLR", () => {
    // torch 1.13, StepLR(step_size=3, gamma=0.5)
    expect(courseOf(stepDecay({ steps: 3, factor: 0.5 }), 10)).toEqual([
      1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125,
    ]);
  });

  it("gives the factors of PyTorch's MultiStepLR", () => {
    // torch 1.13, MultiStepLR(milestones=[2, 5], gamma=0.1)
    const expected = [1, 1, 0.1, 0.1, 0.1, 0.010000000000000002, 0.010000000000000002, 0.010000000000000002];
    expect(apart(courseOf(stepDecay({ milestones: [2, 5] }), 8), expected)).toBeLessThan(1e-17);
  });

  it.each(backends)("drops exactly at the step, however large, on %s", (_, backend) => {
    for (const steps of [1, 3, 7, 49, 1000, 999_983]) {
      for (const n of [1, 2, 3, 1000, 999_999]) {
        const at = n * steps;
        const schedule = stepDecay({ steps: at, factor: 0.5 });
        expect(factorsAt(schedule, [at - 1, at, at + 1, 2 * at - 1, 2 * at], backend)).toEqual(
          at === 1 ? [1, 0.5, 0.25, 0.5, 0.25] : [1, 0.5, 0.5, 0.5, 0.25],
        );
      }
    }
    // 30 drops: 2^-30
    const thirds = factorsAt(stepDecay({ steps: 333_333, factor: 0.5 }), [333_333 * 30 - 1, 333_333 * 30], backend);
    expect(thirds).toEqual([2 ** -29, 2 ** -30]);
    const list = stepDecay({ milestones: [1, 1_000_000, 3_000_000_000], factor: 0.5 });
    const around = [0, 1, 999_999, 1_000_000, 2_999_999_999, 3_000_000_000];
    expect(factorsAt(list, around, backend)).toEqual([1, 0.5, 0.5, 0.25, 0.25, 0.125]);
  });

  it("stays at the floor, or falls to 0", () => {
    expect(factorsAt(stepDecay({ steps: 1, factor: 0.5, floor: 0.3 }), [0, 1, 2, 1e6])).toEqual([1, 0.5, 0.3, 0.3]);
    expect(factorsAt(stepDecay({ steps: 1 }), [1e6])).toEqual([0]);
  });

  it("refuses both ways at once, none, and numbers that mean nothing", () => {
    expect(() => stepDecay({})).toThrow('stepDecay: one of "steps" and "milestones" should be given, got neither.');
    expect(() => stepDecay({ steps: 1, milestones: [2] })).toThrow("should be given, got both.");
    expect(() => stepDecay({ steps: 0.5 })).toThrow('stepDecay: "steps" should be a whole number above 0, got 0.5.');
    expect(() => stepDecay({ milestones: [5, 5] })).toThrow(
      'stepDecay: "milestones" should be ascending whole numbers above 5, got 5.',
    );
    expect(() => stepDecay({ steps: 1, factor: 0 })).toThrow('"factor" should be a number above 0 up to 1, got 0.');
    expect(() => stepDecay({ steps: 1, floor: 1 })).toThrow('"floor" should be a number from 0 to below 1, got 1.');
  });

  it("takes no milestones for a constant", () => {
    expect(factorsAt(stepDecay({ milestones: [] }), [0, 1e6])).toEqual([1, 1]);
  });
});
