import type { Schedule } from "@neurite/plugin";
import { describe, expect, it } from "vitest";
import { cosineDecay } from "./cosine-decay";
import { apart, backends, courseOf, factorsAt } from "./factors-at";
import { stepDecay } from "./step-decay";
import { warmup } from "./warmup";

describe("warmup", () => {
  it("gives the factors of PyTorch's LinearLR up to 1", () => {
    // torch 1.13, LinearLR(start_factor=0.25, end_factor=1, total_iters=4)
    const expected = [0.25, 0.4375, 0.625, 0.8125, 1, 1, 1];
    expect(courseOf(warmup({ steps: 4, start: 0.25 }), 7)).toEqual(expected);
  });

  it("gives the factors of PyTorch's LinearLR and CosineAnnealingLR by SequentialLR", () => {
    // torch 1.13, SequentialLR([LinearLR(0.25, 1, 4), CosineAnnealingLR(5)], milestones=[4])
    const expected = [
      0.25, 0.4375, 0.625, 0.8125, 1, 0.9045084971874737, 0.6545084971874737, 0.3454915028125263, 0.09549150281252632,
    ];
    const schedule = warmup({ steps: 4, start: 0.25, next: cosineDecay({ steps: 5 }) });
    expect(apart(courseOf(schedule, 9), expected)).toBeLessThan(3e-16);
  });

  it.each(backends)("hands its end over as step 0, however long it took, on %s", (_, backend) => {
    for (const steps of [1, 3, 999_983, 3_000_000_000]) {
      const schedule = warmup({ steps, next: stepDecay({ steps: 10, factor: 0.5 }) });
      const around = [0, steps, steps + 9, steps + 10, steps + 20];
      expect(factorsAt(schedule, around, backend)).toEqual([0, 1, 1, 0.5, 0.25]);
    }
    expect(factorsAt(warmup({ steps: 1_000_000 }), [0, 250_000, 999_999, 1_000_000], backend)).toEqual([
      0, 0.25, 0.999999, 1,
    ]);
  });

  it("leads to the factor that the next schedule begins with, without a leap", () => {
    const next: Schedule = { kind: "acme/falling", apply: (step) => step.add(2).mul(0).add(0.5) };
    expect(factorsAt(warmup({ steps: 4, next }), [0, 2, 4, 5])).toEqual([0, 0.25, 0.5, 0.5]);
  });

  it("refuses what is no schedule", () => {
    expect(() => warmup({ steps: 4, next: cosineDecay as unknown as Schedule })).toThrow(
      'warmup: "next" should be an object with a kind and the method apply, got the function cosineDecay.',
    );
    expect(() => warmup({ steps: 4, start: 1 })).toThrow('"start" should be a number from 0 to below 1, got 1.');
  });
});
