import type { Initializer } from "@neurite/plugin";
import { seedKey } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { constant } from "./constant";
import { glorotNormal, glorotUniform } from "./glorot";
import { heNormal, heUniform } from "./he";
import { lecunNormal, lecunUniform } from "./lecun";
import { normal } from "./normal";
import { ones } from "./ones";
import { near } from "./run-layer";
import { truncatedNormal } from "./truncated-normal";
import { uniform } from "./uniform";
import { zeros } from "./zeros";

/** Mean, standard deviation and largest size of 200 · 300 numbers. */
function measured(initializer: Initializer) {
  const numbers = initializer.sample([200, 300], seedKey(7));
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const squares = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const largest = numbers.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return { mean, deviation: Math.sqrt(squares / numbers.length), largest };
}

describe("the initializers of one number", () => {
  it("fill the whole array", () => {
    expect([...zeros.sample([2, 1], seedKey(1))]).toEqual([0, 0]);
    expect([...ones.sample([], seedKey(1))]).toEqual([1]);
    expect([...constant(-2.5).sample([3], seedKey(1))]).toEqual([-2.5, -2.5, -2.5]);
  });
});

describe("the random initializers", () => {
  const all = [
    uniform(),
    normal(),
    truncatedNormal(),
    glorotUniform(),
    glorotNormal(),
    heUniform(),
    heNormal(),
    lecunUniform(),
    lecunNormal(),
  ];

  it.each(all.map((a) => [a.kind, a] as const))(
    "%s gives the same numbers for a key, and others for another",
    (_, a) => {
      const sample = (seed: number) => [...a.sample([2, 3], seedKey(seed))];
      expect(sample(1)).toEqual(sample(1));
      expect(sample(1)).not.toEqual(sample(2));
      expect(new Set(sample(1)).size).toBe(6);
      expect(a.sample([], seedKey(1)).length).toBe(1);
      expect(a.sample([0, 3], seedKey(1)).length).toBe(0);
    },
  );
});

// With 60,000 numbers the measured deviation strays by about 0.3 %; 2 % is far outside of chance and would miss no wrong factor.
describe("the spread of the initializers", () => {
  it("is that of an even distribution for uniform: (max - min) / √12", () => {
    const { mean, deviation } = measured(uniform({ min: 1, max: 4 }));
    expect(Math.abs(mean / 2.5 - 1)).toBeLessThan(0.02);
    expect(Math.abs(deviation / 0.8660254037844386 - 1)).toBeLessThan(0.02);
  });

  it("is the standard deviation that normal is given, with tails", () => {
    const { mean, deviation, largest } = measured(normal({ mean: 1, standardDeviation: 2 }));
    expect(Math.abs(mean - 1)).toBeLessThan(0.04);
    expect(Math.abs(deviation / 2 - 1)).toBeLessThan(0.02);
    expect(largest).toBeGreaterThan(7); // three standard deviations: 1 in 370
  });

  it("is 0.8796 of what truncatedNormal is given, without tails", () => {
    const { deviation, largest } = measured(truncatedNormal({ standardDeviation: 2 }));
    expect(Math.abs(deviation / 1.7592513220684796 - 1)).toBeLessThan(0.02);
    expect(largest).toBeLessThanOrEqual(4);
    expect(largest).toBeGreaterThan(3.9);
  });

  // For 200 inputs and 300 outputs: √(2/500), √(2/200), √(1/200)
  it.each([
    ["glorotUniform", glorotUniform(), 0.0632455532033676, 0.1095445115010332],
    ["glorotNormal", glorotNormal(), 0.0632455532033676, 0.1438011],
    ["heUniform", heUniform(), 0.1, 0.1732050807568878],
    ["heNormal", heNormal(), 0.1, 0.2273694],
    ["lecunUniform", lecunUniform(), 0.0707106781186548, 0.1224744871391589],
    ["lecunNormal", lecunNormal(), 0.0707106781186548, 0.1607744],
    ["heUniform with a gain of 3", heUniform({ gain: 3 }), 0.3, 0.5196152422706632],
  ])("is what the paper asks for: %s", (_title, initializer, deviation, bound) => {
    const found = measured(initializer);
    expect(Math.abs(found.deviation / deviation - 1)).toBeLessThan(0.02);
    // the bound is √3 deviations for even numbers, 2 / 0.8796 of them for normal ones
    expect(found.largest).toBeLessThanOrEqual(bound);
    expect(found.largest).toBeGreaterThan(0.99 * bound);
  });

  it("counts the axes before the last two as a window", () => {
    // [4, 5, 10] has 4 · 5 = 20 inputs to a unit, as has [20, 10]
    const [windowed, flat] = [
      [4, 5, 10],
      [20, 10],
    ].map((shape) => [...heUniform().sample(shape, seedKey(1))]);
    expect(windowed).toEqual(flat);
  });

  it("takes one axis as inputs and outputs at once", () => {
    const limit = Math.sqrt(6 / (3 + 3));
    const key = seedKey(1);
    const expected = [...uniform({ min: -limit, max: limit }).sample([3], key)];
    expect(near([...glorotUniform().sample([3], key)], expected)).toBe(true);
  });
});

describe("the options of the initializers", () => {
  it("are checked", () => {
    expect(() => uniform({ min: 1, max: 0 })).toThrow('uniform: "min" should not be above "max", got 1 and 0.');
    expect(() => normal({ standardDeviation: -1 })).toThrow(
      '"standardDeviation" should be a number from 0 up, got -1.',
    );
    expect(() => truncatedNormal({ mean: Number.NaN })).toThrow(
      'truncatedNormal: "mean" should be a finite number, got NaN.',
    );
    expect(() => heNormal({ gain: 0 })).toThrow('heNormal: "gain" should be a number above 0, got 0.');
    expect(() => constant(Number.POSITIVE_INFINITY)).toThrow(
      'constant: "value" should be a finite number, got Infinity.',
    );
    // @ts-expect-error: the short name of other libraries
    expect(normal({ stddev: 1 }).config).toEqual({ mean: 0, standardDeviation: 0.05 });
  });
});
