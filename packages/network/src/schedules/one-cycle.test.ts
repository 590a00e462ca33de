import { describe, expect, it } from "vitest";
import { apart, backends, courseOf, factorsAt } from "./factors-at";
import { oneCycle } from "./one-cycle";

describe("oneCycle", () => {
  it("gives the factors of PyTorch's OneCycleLR", () => {
    // torch 1.13, OneCycleLR(max_lr=1, total_steps=10)
    const expected = [
      0.040000000000000036, 0.52, 1, 0.9504846320134737, 0.8117456539497631, 0.6112620219362893, 0.38874197806371075,
      0.18825834605023697, 0.049519367986526286, 4e-6,
    ];
    expect(apart(courseOf(oneCycle({ steps: 10 }), 10), expected)).toBeLessThan(5e-16);
  });

  it("gives them along straight lines too", () => {
    // the same with anneal_strategy="linear"
    const expected = [
      0.04, 0.52, 1, 0.8571434285714286, 0.7142868571428571, 0.5714302857142857, 0.42857371428571434,
      0.2857171428571429, 0.14286057142857145, 4.000000000004e-6,
    ];
    expect(apart(courseOf(oneCycle({ steps: 10, anneal: "linear" }), 10), expected)).toBeLessThan(5e-16);
  });

  it("gives them where the peak lies between two steps", () => {
    // torch 1.13, total_steps=7, pct_start=0.25, div_factor=10, final_div_factor=100: the peak is at 0.75
    const expected = [
      0.09999999999999998, 0.9944209976994517, 0.8666594099789982, 0.611649206511179, 0.31801215832898566,
      0.08779373222916066, 0.001,
    ];
    const schedule = oneCycle({ steps: 7, pctStart: 0.25, divFactor: 10, finalDivFactor: 100 });
    expect(apart(courseOf(schedule, 7), expected)).toBeLessThan(5e-16);
  });

  it("gives them without a rise", () => {
    // torch 1.13, total_steps=4, pct_start=0: the peak is at -1
    const expected = [0.8535539763797113, 0.500002, 0.14645002362028864, 4e-6];
    expect(apart(courseOf(oneCycle({ steps: 4, pctStart: 0 }), 4), expected)).toBeLessThan(5e-16);
  });

  it.each(backends)("stays at its last factor, where PyTorch throws, on %s", (_, backend) => {
    for (const anneal of ["cosine", "linear"] as const) {
      const schedule = oneCycle({ steps: 1_000_000, anneal });
      // 0.3 · 1,000,000 - 1
      const [peak, beside = 0, ...end] = factorsAt(schedule, [299_999, 300_000, 999_999, 1_000_000, 1e15], backend);
      expect(peak).toBe(1);
      expect(beside).toBeLessThan(1);
      expect(end).toEqual([1 / 25 / 1e4, 1 / 25 / 1e4, 1 / 25 / 1e4]);
    }
  });

  it("is at its end at once where there is one step", () => {
    expect(factorsAt(oneCycle({ steps: 1 }), [0, 1])).toEqual([1 / 25 / 1e4, 1 / 25 / 1e4]);
  });

  it("refuses what means nothing", () => {
    expect(() => oneCycle({ steps: 5, pctStart: 1 })).toThrow(
      '"pctStart" should be a number from 0 to below 1, got 1.',
    );
    expect(() => oneCycle({ steps: 5, divFactor: 0.5 })).toThrow('"divFactor" should be a number from 1 up, got 0.5.');
    expect(() => oneCycle({ steps: 5, divFactor: 1e200, finalDivFactor: 1e200 })).toThrow("got Infinity.");
    expect(() => oneCycle({ steps: 5, anneal: "cos" as "cosine" })).toThrow(
      'oneCycle: "anneal" should be "cosine" or "linear", got "cos".',
    );
  });
});
