import { constant } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { negativeBinomial } from "./negative-binomial";
import { perRow, rowsOff, slope, staysFinite, wide } from "./per-row";

describe("negativeBinomial", () => {
  // mpmath, 80 digits
  it.each([
    [
      1e-9,
      [
        [0.5, 0, 0.499999999875, 0.9999999995],
        [3, 2, 0.8027754231637806, 0.33333333233333334],
        [0.01, 7, 32.24619128098659, -698.99999999301],
        [100, 12, 44.737953902143175, 0.8799999120000088],
      ],
    ],
    [
      0.5,
      [
        [0.5, 0, 0.44628710262841953, 0.8],
        [3, 2, 1.0624732420522365, 0.13333333333333333],
        [0.01, 7, 26.528506536690358, -695.5223880597015],
        [100, 12, -14.450881060120615, 0.017254901960784313],
      ],
    ],
    [
      20,
      [
        [0.5, 0, 0.11989476363991852, 0.09090909090909091],
        [3, 2, 3.1855444064956457, 0.00546448087431694],
        [0.01, 7, 8.847229691602537, -582.5],
        [100, 12, -14.269601582039876, 0.0004397801099450275],
      ],
    ],
  ] as const)("agrees with mpmath at the dispersion %d", (dispersion, rows) => {
    expect(rowsOff(negativeBinomial({ dispersion }), rows, 1e-12)).toEqual([]);
  });

  it("learns the dispersion too, with the counts' part if told", () => {
    // mpmath, 80 digits: mean, dispersion, count, -log P, slopes by mean and dispersion
    const rows = [
      [3, 1e-9, 2, 1.4959226037237259, 0.33333333233333334, 0.500000001],
      [0.5, 0.25, 4, 5.704682390480998, -6.222222222222222, -2.176592062565627],
      [8, 2, 0, 1.416606672028108, 0.058823529411764705, -0.4730092183669952],
      [20, 0.1, 15, 2.9844689741136046, 0.08333333333333333, 1.5044301783809877],
    ] as const;
    const loss = negativeBinomial({ full: true });
    const prediction = wide(rows.map(([mean, dispersion]) => [mean, dispersion]));
    const target = wide(rows.map((row) => row[2]));
    perRow(loss, prediction, target).forEach((x, i) => {
      expect(x).toBeCloseTo(rows[i]?.[3] as number, 13);
    });
    const slopes = rows.flatMap((row) => [row[4], row[5]]);
    slope(loss, prediction, target).forEach((x, i) => {
      expect(x).toBeCloseTo(slopes[i] as number, 11);
    });
  });

  it("agrees with PyTorch's NegativeBinomial", () => {
    // PyTorch 1.13: -NegativeBinomial(total_count=4, probs=0.6).log_prob(5), so the mean is 4 · 0.6 / 0.4 = 6
    const loss = negativeBinomial({ dispersion: 0.25, full: true });
    expect(perRow(loss, wide([6]), wide([5]))[0]).toBeCloseTo(2.1939393555914233, 13);
  });

  it("is the Poisson loss at the dispersion 0", () => {
    const prediction = wide([
      [3, 0],
      [0, 0],
    ]);
    expect(perRow(negativeBinomial(), prediction, wide([2, 0]))[0]).toBeCloseTo(0.8027754226637804, 15); // 3 - 2 log 3
    expect(perRow(negativeBinomial(), prediction, wide([2, 0]))[1]).toBe(0);
    // the slope by the dispersion: (y - (y - μ)²) / 2
    expect(slope(negativeBinomial(), prediction, wide([2, 0]))).toEqual(
      [1 - 2 / 3, 0.5, 1, 0].map((x) => expect.closeTo(x, 13)),
    );
  });

  it("takes logarithms, told so or found, and stays finite far beyond what an exponential holds", () => {
    const z = wide([800, -100]);
    const [first, second] = perRow(negativeBinomial({ dispersion: 1, fromLogMean: true }), z, wide([5, 2]));
    expect(first).toBeCloseTo(795.2125082572179, 10); // mpmath
    expect(second).toBeCloseTo(199.30685281944005, 10); // 2 · 100 - log 2
    expect(slope(negativeBinomial({ dispersion: 1 }), z.exp(), wide([5, 2]), z)).toEqual([1, -2]);
    expect(perRow(negativeBinomial({ dispersion: 1 }), z.exp(), wide([5, 2]))[0]).toBe(first);
    const logs = negativeBinomial({ fromLogMean: true });
    expect(
      perRow(
        logs,
        wide([
          [-80, -80],
          [2, -1000],
        ]),
        wide([0, 3]),
      )[1],
    ).toBeCloseTo(1.3890560989306504, 12); // e² - 6
    expect(
      slope(
        logs,
        wide([
          [-80, -80],
          [2, -1000],
          [700, 3],
        ]),
        wide([0, 3, 2]),
      ).every(Number.isFinite),
    ).toBe(true);
    expect(staysFinite(negativeBinomial({ dispersion: 1e-6 }), [1e-30, 1e30, 0], [3, 1e6, 0])).toBe(true);
  });

  it("gives NaN for a mean or a dispersion below 0", () => {
    expect(perRow(negativeBinomial({ dispersion: 1 }), wide([-0.5]), wide([1]))[0]).toBeNaN();
    expect(perRow(negativeBinomial(), wide([[1, -0.01]]), wide([1]))[0]).toBeNaN();
  });

  it("refuses counts below 0, shapes that do not fit and a dispersion that is not above 0", () => {
    expect(() => negativeBinomial({ dispersion: 0 })).toThrow('"dispersion" should be a number above 0, got 0.');
    expect(() => negativeBinomial({ dispersion: 1 }).apply(wide([1, 1]), constant([1, -2], "int32"))).toThrow(
      "negativeBinomial: the targets should be counts from 0 up, got -2 in row 1.",
    );
    expect(() => negativeBinomial().apply(wide([[1], [1]]), wide([1, 1]))).toThrow(
      "the last axis of the prediction should hold the means, then the dispersions, an even number of columns, got [rows, 1].",
    );
    expect(() => negativeBinomial().apply(wide([[1, 1]]), wide([[1, 1]]))).toThrow(
      "the targets should have the shape of the means, [rows, 1], got [rows, 2].",
    );
  });
});
