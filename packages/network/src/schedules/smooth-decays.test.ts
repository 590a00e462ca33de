import { describe, expect, it } from "vitest";
import { constantSchedule } from "./constant-schedule";
import { cosineDecay } from "./cosine-decay";
import { exponentialDecay } from "./exponential-decay";
import { apart, backends, courseOf, factorsAt } from "./factors-at";
import { inverseTimeDecay } from "./inverse-time-decay";
import { polynomialDecay } from "./polynomial-decay";

describe("constantSchedule", () => {
  it("never changes", () => {
    expect(factorsAt(constantSchedule(), [0, 1, 1e9])).toEqual([1, 1, 1]);
    expect(factorsAt(constantSchedule({ factor: 0.25 }), [0, 1, 1e9])).toEqual([0.25, 0.25, 0.25]);
    expect(() => constantSchedule({ factor: 0 })).toThrow(
      'constantSchedule: "factor" should be a number above 0, got 0.',
    );
  });
});

describe("exponentialDecay", () => {
  it("gives the factors of PyTorch's ExponentialLR", () => {
    // torch 1.13, ExponentialLR(gamma=0.9), which multiplies again and again
    const expected = [1, 0.9, 0.81, 0.7290000000000001, 0.6561000000000001, 0.5904900000000002];
    expect(apart(courseOf(exponentialDecay({ steps: 1, rate: 0.9 }), 6), expected)).toBeLessThan(3e-16);
  });

  it("has fallen by its rate after its steps, and half way by the root of it", () => {
    const schedule = exponentialDecay({ steps: 1_000_000, rate: 0.25 });
    expect(factorsAt(schedule, [0, 500_000, 1_000_000, 2_000_000])).toEqual([1, 0.5, 0.25, 0.0625]);
  });

  it("stays at the floor, or falls to 0", () => {
    expect(factorsAt(exponentialDecay({ steps: 1, rate: 0.5, floor: 0.2 }), [2, 3, 1e9])).toEqual([0.25, 0.2, 0.2]);
    expect(factorsAt(exponentialDecay({ steps: 1, rate: 0.5 }), [1e9])).toEqual([0]);
  });

  it("refuses a rate above 1", () => {
    expect(() => exponentialDecay({ steps: 1, rate: 1.5 })).toThrow(
      '"rate" should be a number above 0 up to 1, got 1.5.',
    );
  });
});

describe("polynomialDecay", () => {
  it("gives the factors of PyTorch's PolynomialLR", () => {
    // torch 1.13, PolynomialLR(total_iters=5, power=2 and 0.5), which multiplies by ratios
    const square = [1, 0.6400000000000001, 0.36, 0.16000000000000003, 0.03999999999999999, 0, 0, 0];
    expect(apart(courseOf(polynomialDecay({ steps: 5, power: 2 }), 8), square)).toBeLessThan(1e-16);
    const root = [1, 0.8944271909999159, 0.7745966692414833, 0.6324555320336758, 0.4472135954999578, 0, 0, 0];
    expect(apart(courseOf(polynomialDecay({ steps: 5, power: 0.5 }), 8), root)).toBeLessThan(3e-16);
  });

  it("gives the factors of PyTorch's LinearLR from 1 down", () => {
    // torch 1.13, LinearLR(start_factor=1, end_factor=0.25, total_iters=4)
    const expected = [1, 0.8125, 0.625, 0.4375, 0.25, 0.25, 0.25];
    expect(courseOf(polynomialDecay({ steps: 4, floor: 0.25 }), 7)).toEqual(expected);
  });

  it.each(backends)("comes to its floor exactly at its end, however far, on %s", (_, backend) => {
    for (const steps of [1, 3, 1_000_000, 3_000_000_000]) {
      const [before = 0, ...after] = factorsAt(
        polynomialDecay({ steps, power: 3, floor: 0.1 }),
        [steps - 1, steps, 2 * steps, 1e15],
        backend,
      );
      expect(after).toEqual([0.1, 0.1, 0.1]);
      expect(before).toBeGreaterThanOrEqual(0.1);
      const [last = 0] = factorsAt(polynomialDecay({ steps }), [steps - 1], backend);
      expect(last * steps).toBeCloseTo(1, 6);
    }
  });

  it("refuses a power of 0", () => {
    expect(() => polynomialDecay({ steps: 1, power: 0 })).toThrow('"power" should be a number above 0, got 0.');
  });
});

describe("inverseTimeDecay", () => {
  it("divides by more and more", () => {
    // 1 / (1 + 2 · step / 4)
    expect(factorsAt(inverseTimeDecay({ steps: 4, rate: 2 }), [0, 2, 6, 14])).toEqual([1, 0.5, 0.25, 0.125]);
    expect(factorsAt(inverseTimeDecay({ steps: 1_000_000 }), [1_000_000, 3_000_000])).toEqual([0.5, 0.25]);
    expect(factorsAt(inverseTimeDecay({ steps: 1, floor: 0.4 }), [0, 1, 2, 1e9])).toEqual([1, 0.5, 0.4, 0.4]);
    expect(factorsAt(inverseTimeDecay({ steps: 1, rate: 0 }), [0, 1e9])).toEqual([1, 1]);
  });

  it("refuses a rate below 0", () => {
    expect(() => inverseTimeDecay({ steps: 1, rate: -1 })).toThrow('"rate" should be a number from 0 up, got -1.');
  });
});

describe("cosineDecay", () => {
  it("gives the factors of PyTorch's CosineAnnealingLR up to its end", () => {
    // torch 1.13, CosineAnnealingLR(T_max=5, eta_min=0.1) and (T_max=8)
    const floored = [1, 0.9140576474687263, 0.6890576474687263, 0.41094235253127365, 0.1859423525312737, 0.1];
    expect(apart(courseOf(cosineDecay({ steps: 5, floor: 0.1 }), 6), floored)).toBeLessThan(3e-16);
    const whole = [
      1, 0.9619397662556434, 0.8535533905932737, 0.6913417161825449, 0.5, 0.30865828381745514, 0.14644660940672627,
      0.03806023374435664, 0,
    ];
    expect(apart(courseOf(cosineDecay({ steps: 8 }), 9), whole)).toBeLessThan(3e-16);
  });

  it.each(backends)("stays at its floor from its end on, where PyTorch climbs again, on %s", (_, backend) => {
    for (const steps of [1, 3, 1_000_000, 3_000_000_000]) {
      const [start, before = 0, ...after] = factorsAt(
        cosineDecay({ steps, floor: 0.1 }),
        [0, steps - 1, steps, steps + 1, 1e15],
        backend,
      );
      expect(start).toBe(1);
      expect(before).toBeGreaterThanOrEqual(0.1);
      expect(after).toEqual([0.1, 0.1, 0.1]);
    }
  });

  it("refuses no steps", () => {
    expect(() => cosineDecay({ steps: 0 })).toThrow('cosineDecay: "steps" should be a whole number above 0, got 0.');
  });
});
