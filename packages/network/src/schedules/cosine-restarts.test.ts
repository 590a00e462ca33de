import { describe, expect, it } from "vitest";
import { cosineRestarts } from "./cosine-restarts";
import { apart, backends, courseOf, factorsAt } from "./factors-at";

describe("cosineRestarts", () => {
  it("gives the factors of PyTorch's CosineAnnealingWarmRestarts", () => {
    // torch 1.13, CosineAnnealingWarmRestarts(T_0=3, T_mult=1, eta_min=0.1), (2, 2) and (2, 3)
    const even = [1, 0.775, 0.3250000000000001, 1, 0.775, 0.3250000000000001, 1, 0.775];
    expect(apart(courseOf(cosineRestarts({ steps: 3, floor: 0.1 }), 8), even)).toBeLessThan(3e-16);
    const doubling = [
      1, 0.5, 1, 0.8535533905932737, 0.5, 0.14644660940672627, 1, 0.9619397662556434, 0.8535533905932737,
      0.6913417161825449, 0.5, 0.30865828381745514, 0.14644660940672627, 0.03806023374435663, 1, 0.9903926402016152,
    ];
    expect(apart(courseOf(cosineRestarts({ steps: 2, periodFactor: 2 }), 16), doubling)).toBeLessThan(3e-16);
    const tripling = [
      1, 0.5, 1, 0.9330127018922194, 0.75, 0.5, 0.2500000000000001, 0.06698729810778065, 1, 0.9924038765061041,
    ];
    expect(apart(courseOf(cosineRestarts({ steps: 2, periodFactor: 3 }), 10), tripling)).toBeLessThan(3e-16);
  });

  it.each(backends)("restarts exactly at the step where periods are alike, however late, on %s", (_, backend) => {
    for (const steps of [2, 3, 7, 49, 1000, 999_983]) {
      const schedule = cosineRestarts({ steps, heightFactor: 0.5 });
      for (const n of [1, 2, 3, 10, 1000]) {
        const at = n * steps;
        const [before = 0, restart, after = 0] = factorsAt(schedule, [at - 1, at, at + 1], backend);
        expect(restart).toBe(2 ** -n);
        expect(before).toBeLessThanOrEqual(2 ** -n); // twice the height, at most half of the way from the end
        expect(after).toBeLessThan(2 ** -n);
      }
    }
    const late = cosineRestarts({ steps: 3 });
    const [before = 0, restart, after = 0] = factorsAt(late, [2_999_999_999, 3_000_000_000, 3_000_000_001], backend);
    expect(restart).toBe(1);
    expect(before).toBeCloseTo(0.25, 15);
    expect(after).toBeCloseTo(0.75, 15);
  });

  it.each(backends)("restarts exactly at the step where periods grow, on %s", (_, backend) => {
    for (const [steps, periodFactor] of [
      [1, 2],
      [3, 2],
      [1000, 3],
      [7, 10],
    ] as const) {
      const schedule = cosineRestarts({ steps, periodFactor, heightFactor: 0.5 });
      let [at, length] = [steps as number, steps as number];
      for (let n = 1; at < 1e12; n++) {
        const [before = 0, restart, after = 0] = factorsAt(schedule, [at - 1, at, at + 1], backend);
        expect(restart).toBe(2 ** -n);
        // at n - 1 the last step of a period, of length steps · periodFactor^(n - 1), has about (π / 2 length)² of its height left
        expect(before).toBeLessThanOrEqual(length === 1 ? 2 ** (1 - n) : 2 ** -n);
        expect(after).toBeLessThanOrEqual(2 ** -n);
        length *= periodFactor;
        at += length;
      }
    }
  });

  it("keeps its floor beneath shrinking heights", () => {
    // 0.5 + 0.5 · 0.5ⁿ · ½ (1 + cos 0 or cos π/2)
    const schedule = cosineRestarts({ steps: 2, heightFactor: 0.5, floor: 0.5 });
    expect(apart(factorsAt(schedule, [0, 1, 2, 3, 4, 5]), [1, 0.75, 0.75, 0.625, 0.625, 0.5625])).toBeLessThan(1e-15);
  });

  it("refuses parts of a period", () => {
    expect(() => cosineRestarts({ steps: 2, periodFactor: 1.5 })).toThrow(
      'cosineRestarts: "periodFactor" should be a whole number above 0, got 1.5.',
    );
    expect(() => cosineRestarts({ steps: 2, heightFactor: 2 })).toThrow(
      '"heightFactor" should be a number above 0 up to 1, got 2.',
    );
  });
});
