import { describe, expect, it } from "vitest";
import { perRow, rowsOff, slope, staysFinite, wide } from "./per-row";
import { tweedieDeviance } from "./tweedie-deviance";

describe("tweedieDeviance", () => {
  // mpmath, 80 digits; the third row of each stands next to its target
  it.each([
    [
      -1,
      [
        [0.5, 2.5, 4.666666666666667, -2],
        [4, 0.25, 38.671875, 30],
        [1.5, 0, 2.25, 4.5],
        [1.5, -2, 6.75, 10.5],
      ],
    ],
    [
      0,
      [
        [0.5, 2.5, 4, -4],
        [4, 0.25, 14.0625, 7.5],
        [1.5, -2, 12.25, 7],
      ],
    ],
    [
      1,
      [
        [0.5, 2.5, 4.047189562170502, -8],
        [4, 0.25, 6.113705638880109, 1.875],
        [1.5, 0, 3, 2],
      ],
    ],
    [
      1.0001,
      [
        [0.5, 2.5, 4.047227241676314, -8.000554536963012],
        [4, 0.25, 6.113277313464909, 1.8747400878234455],
        [1.5, 0, 3.000178380771641, 1.9999189086223756],
      ],
    ],
    [
      1.5,
      [
        [0.5, 2.5, 4.321452107803624, -11.313708498984761],
        [4, 0.25, 4.5, 0.9375],
        [1.5, 0, 4.898979485566356, 1.632993161855452],
      ],
    ],
    [
      1.9,
      [
        [0.5, 2.5, 4.67306581702918, -14.928527864588919],
        [4, 0.25, 3.7879404648875297, 0.5384523539048602],
        [1.5, 0, 20.827594879848196, 1.3885063253232142],
      ],
    ],
    [
      3,
      [
        [0.5, 2.5, 6.4, -32],
        [4, 0.25, 3.515625, 0.1171875],
      ],
    ],
  ] as const)("agrees with mpmath at power %d", (power, rows) => {
    expect(rowsOff(tweedieDeviance({ power }), rows, 4e-14)).toEqual([]);
  });

  it.each([
    [-1, 2.000033333341775e-8, -0.0004000000000008441],
    [1, 4.99991666877104e-9, -0.00010000000000021103],
    [1.5, 3.53544552036205e-9, -7.071067811880397e-5],
    [3, 1.2499375031301192e-9, -2.5000000000052758e-5],
  ])("keeps digits next to its target at power %d", (power, cost, slope) => {
    expect(rowsOff(tweedieDeviance({ power }), [[2, 2.0001, cost, slope]], 1e-11)).toEqual([]);
  });

  it("agrees with scikit-learn's mean_tweedie_deviance", () => {
    // scikit-learn 1.2: mean_tweedie_deviance([2, 0, 1, 4], [0.5, 0.5, 2, 2], power=1.5)
    const rows = perRow(tweedieDeviance(), wide([0.5, 0.5, 2, 2]), wide([2, 0, 1, 4]));
    expect(rows.reduce((a, b) => a + b) / 4).toBeCloseTo(1.7781745930520232, 14);
  });

  it("is the limit at power 1 and 2 of the powers next to it", () => {
    const [mean, y] = [wide([0.5, 4, 2]), wide([2.5, 0.25, 2.0001])];
    for (const power of [1, 2]) {
      const next = perRow(tweedieDeviance({ power: power + 1e-13 }), mean, y);
      perRow(tweedieDeviance({ power }), mean, y).forEach((x, i) => {
        expect(x).toBeCloseTo(next[i] as number, 11);
      });
    }
  });

  it("is 0 with slope 0 for a target and a mean of 0, where a zero is a sure thing", () => {
    const zero = wide([0]);
    expect(perRow(tweedieDeviance(), zero, wide([0]))).toEqual([0]);
    expect(slope(tweedieDeviance(), zero, wide([0]))).toEqual([0]);
    expect(slope(tweedieDeviance({ power: 1 }), zero, wide([0]))).toEqual([2]); // that of 2 ŷ
    expect(perRow(tweedieDeviance({ power: -1 }), zero, wide([2]))[0]).toBeCloseTo(8 / 3, 15); // 2 · 2³ / (2 · 3)
  });

  it("takes the logarithm of the mean, told so or found", () => {
    const z = wide([-1000, 2]);
    for (const loss of [tweedieDeviance({ fromLogMean: true }), tweedieDeviance()]) {
      const prediction = loss.config && "fromLogMean" in (loss.config as object) ? z : z.exp();
      expect(perRow(loss, prediction, wide([0, 0]))[1]).toBeCloseTo(10.87312731383618, 13); // 4 e
      expect(perRow(loss, prediction, wide([0, 0]))[0]).toBeCloseTo(0, 15);
    }
    expect(staysFinite(tweedieDeviance({ fromLogMean: true }), [-80, 80, 0, 0], [0, 3, 1e30, 1e-30])).toBe(true);
  });

  it("refuses powers and targets for which there is no distribution", () => {
    expect(() => tweedieDeviance({ power: 0.5 })).toThrow(
      'tweedieDeviance: "power" should be a number up to 0 or from 1 up, got 0.5.',
    );
    const apply = (power: number, target: number) => () => tweedieDeviance({ power }).apply(wide([1]), wide([target]));
    expect(apply(1.5, -1)).toThrow("tweedieDeviance: the targets should be from 0 up, got -1 in row 0.");
    expect(apply(2, 0)).toThrow(
      "the targets should be above 0, got 0 in row 0. Leave such rows out, or lower the power (now 2).",
    );
    expect(apply(-1, -3)).not.toThrow();
  });

  it("gives NaN for a mean below 0", () => {
    for (const power of [-1, 1, 1.5, 2, 3]) {
      expect(perRow(tweedieDeviance({ power }), wide([-1]), wide([1]))[0]).toBeNaN();
    }
    expect(perRow(tweedieDeviance({ power: 1 }), wide([-1]), wide([0]))[0]).toBeNaN();
  });
});
