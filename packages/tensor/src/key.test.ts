import { describe, expect, it } from "vitest";
import { counterBits, deriveKey, permutation, seedKey, uniformAt } from "./key";

describe("keys", () => {
  it("have the same bits for ever", () => {
    // from a second implementation with whole numbers of any size (Python)
    expect([0, 1, 42, -1, 2 ** 32, 2 ** 53 - 1].map(seedKey)).toEqual([
      [1085619753, 456958498],
      [-689859183, -2076976373],
      [1184761713, -600086475],
      [1845677834, -775203820],
      [418533567, 197152032],
      [-1227914463, -1159268540],
    ]);
    expect(deriveKey(seedKey(1), "dense")).toEqual([-892921497, 1823218107]);
    expect(deriveKey(seedKey(1), 7)).toEqual([67601761, -1942784925]);
    const [high, low] = seedKey(1);
    expect([0, 1, 2, 3, 4, 5].map((i) => counterBits(high, low, i))).toEqual([
      67484705, 700824273, -1856109774, -1054348239, 47844517, 1415622420,
    ]);
  });

  it("differ by seed, name and number", () => {
    const seeds = Array.from({ length: 20_000 }, (_, i) => [i, -i - 1, i + 2 ** 32, i * 2 ** 33 + 1]).flat();
    // i · 2^33 + 1 is 1 at i = 0, the only seed that stands there twice
    expect(new Set(seeds.map((seed) => seedKey(seed).join())).size).toBe(seeds.length - 1);
    const key = seedKey(1);
    const names = Array.from({ length: 20_000 }, (_, i) => [i, `layer ${i}`, `${i}/dense`]).flat();
    expect(new Set(names.map((name) => deriveKey(key, name).join())).size).toBe(names.length);
    expect(deriveKey(key, "1")).not.toEqual(deriveKey(key, 1));
    expect(deriveKey(deriveKey(key, "a"), "b")).not.toEqual(deriveKey(deriveKey(key, "b"), "a"));
  });
});

describe("counterBits", () => {
  it("sets every bit about half of the time", () => {
    const [high, low] = seedKey(3);
    const counts = new Array<number>(32).fill(0);
    const draws = 20_000;
    for (let i = 0; i < draws; i++) {
      const word = counterBits(high, low, i);
      for (let bit = 0; bit < 32; bit++) counts[bit] = (counts[bit] ?? 0) + ((word >>> bit) & 1);
    }
    // binomial: 10,000 ± 5 standard deviations of √(20,000 / 4) = 71
    for (const count of counts) expect(Math.abs(count - draws / 2)).toBeLessThan(5 * 71);
  });

  it("changes about half of its bits when any bit of key or counter changes", () => {
    const ones = (word: number) => word.toString(2).replaceAll("0", "").length;
    for (let bit = 0; bit < 32; bit++) {
      const flip = 1 << bit;
      const totals = [0, 0, 0];
      for (let i = 0; i < 200; i++) {
        const [high, low] = seedKey(i);
        const before = counterBits(high, low, i);
        const after = [
          counterBits(high ^ flip, low, i),
          counterBits(high, low ^ flip, i),
          counterBits(high, low, i ^ flip),
        ];
        after.forEach((word, k) => {
          totals[k] = (totals[k] ?? 0) + ones((word ^ before) >>> 0);
        });
      }
      // 16 of 32 bits on average; the mean of 200 draws has a standard deviation of √8 / √200 = 0.2
      for (const total of totals) expect(Math.abs(total / 200 - 16)).toBeLessThan(1.2);
    }
  });
});

describe("uniformAt", () => {
  const key = seedKey(7);
  const numbers = Array.from({ length: 50_000 }, (_, i) => uniformAt(key, i));

  it("has the same numbers for ever", () => {
    const at = (i: number) => uniformAt(seedKey(1), i);
    expect([0, 1, 2, 3].map(at)).toEqual([
      0.01571250828484716, 0.5678407680579678, 0.0111396709799787, 0.42336937981234224,
    ]);
  });

  it("is from 0 up to but not including 1", () => {
    expect(Math.min(...numbers.slice(0, 10_000))).toBeGreaterThanOrEqual(0);
    expect(numbers.every((u) => u < 1)).toBe(true);
  });

  it("has mean 1/2, variance 1/12 and equally full tenths", () => {
    const mean = numbers.reduce((a, b) => a + b) / numbers.length;
    const variance = numbers.reduce((sum, u) => sum + (u - mean) ** 2, 0) / numbers.length;
    // standard deviations: of the mean √(1/12 / 50,000) = 0.0013, of the variance √(1/180 / 50,000) = 0.00033
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * 0.0013);
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * 0.00033);
    const tenths = new Array<number>(10).fill(0);
    for (const u of numbers) tenths[Math.floor(10 * u)] = (tenths[Math.floor(10 * u)] ?? 0) + 1;
    // 5,000 ± 5 · √(50,000 · 0.1 · 0.9) = 67
    for (const count of tenths) expect(Math.abs(count - 5000)).toBeLessThan(5 * 67);
  });

  it("gives unrelated numbers for related keys and neighbouring positions", () => {
    const correlation = (a: readonly number[], b: readonly number[]) =>
      (a.reduce((sum, u, i) => sum + (u - 0.5) * ((b[i] as number) - 0.5), 0) / a.length) * 12;
    const streams = [seedKey(8), deriveKey(key, 0), deriveKey(key, 1), deriveKey(key, "a")].map((other) =>
      numbers.map((_, i) => uniformAt(other, i)),
    );
    const pairs = [numbers, ...streams].flatMap((a, i, all) => all.slice(i + 1).map((b) => correlation(a, b)));
    const neighbours = [1, 2, 3].map((lag) => correlation(numbers.slice(lag), numbers.slice(0, -lag)));
    // standard deviation 1 / √50,000 = 0.0045
    for (const r of [...pairs, ...neighbours]) expect(Math.abs(r)).toBeLessThan(5 * 0.0045);
  });
});

describe("permutation", () => {
  it("has the same order for ever", () => {
    expect([...permutation(seedKey(1), 10)]).toEqual([9, 8, 0, 1, 4, 3, 2, 7, 5, 6]);
  });

  it("names each number once", () => {
    for (const length of [0, 1, 2, 100, 1000]) {
      const sorted = [...permutation(seedKey(length), length)].sort((a, b) => a - b);
      expect(sorted).toEqual(Array.from({ length }, (_, i) => i));
    }
  });

  it("puts each number in each place about equally often", () => {
    const counts = Array.from({ length: 5 }, () => new Array<number>(5).fill(0));
    const draws = 10_000;
    for (let seed = 0; seed < draws; seed++) {
      permutation(seedKey(seed), 5).forEach((n, place) => {
        const row = counts[place] as number[];
        row[n] = (row[n] ?? 0) + 1;
      });
    }
    // 2,000 ± 5 · √(10,000 · 0.2 · 0.8) = 40
    for (const count of counts.flat()) expect(Math.abs(count - 2000)).toBeLessThan(5 * 40);
  });
});
