// Densities, both tails and quantiles against values computed with mpmath: see test-data/distributions/SOURCES.md.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  betaDistribution,
  binomialDistribution,
  chiSquaredDistribution,
  type Distribution,
  fDistribution,
  gammaDistribution,
  normalDistribution,
  studentTDistribution,
} from "../index";

/** x, then density, lower and upper tail; null where a value is below 1e-300. */
type Point = readonly [x: number, density: number | null, lower: number | null, upper: number | null];
type Cases<P> = readonly { readonly parameters: P; readonly points: readonly Point[] }[];

interface Reference {
  readonly at: string;
  readonly distribution: Distribution;
  readonly point: Point;
}

/** To twelve digits, at parameters up to 1e8 too. */
const bound = 1e-12;

function references<P extends object>(name: string, create: (parameters: P) => Distribution): readonly Reference[] {
  const file = new URL(`../../test-data/distributions/${name}.json`, import.meta.url);
  const cases = JSON.parse(readFileSync(file, "utf8")) as Cases<P>;
  return cases.flatMap(({ parameters, points }) => {
    const distribution = create(parameters);
    return points.map((point) => ({ at: `${JSON.stringify(parameters)} at ${point[0]}`, distribution, point }));
  });
}

const distributions: readonly (readonly [name: string, points: number, all: readonly Reference[]])[] = [
  ["normal", 106, references("normal", normalDistribution)],
  ["student-t", 346, references("student-t", studentTDistribution)],
  ["chi-squared", 332, references("chi-squared", chiSquaredDistribution)],
  ["gamma", 337, references("gamma", gammaDistribution)],
  ["beta", 487, references("beta", betaDistribution)],
  ["f", 515, references("f", fDistribution)],
  ["binomial", 218, references("binomial", binomialDistribution)],
];

/** What misses its bound, the worst first: `error` is in units of the bound. */
function worst(misses: readonly { readonly error: number; readonly what: string }[]): readonly string[] {
  return misses
    .filter(({ error }) => !(error <= 1))
    .sort((a, b) => b.error - a.error)
    .slice(0, 10)
    .map(({ error, what }) => `${error.toPrecision(3)} times the bound: ${what}`);
}

const relative = (value: number, expected: number) => (value === expected ? 0 : Math.abs(value / expected - 1));

describe.each(distributions)("the %s distribution", (name, points, all) => {
  it("is held against every point of its file", () => {
    expect(all.length).toBe(points);
  });

  it("has the density and both tails of the reference", () => {
    const misses = all.flatMap(({ at, distribution, point: [x, ...expected] }) =>
      (["density", "lower", "upper"] as const).map((kind, i) => {
        const value = distribution[kind](x);
        const due = expected[i];
        const error = due === null || due === undefined ? value / 1.0001e-300 : relative(value, due) / bound;
        return { error, what: `${kind} of ${at} should be ${due}, is ${value}` };
      }),
    );
    expect(worst(misses)).toEqual([]);
  });

  it("has their logarithms", () => {
    const misses = all.flatMap(({ at, distribution, point: [x, ...expected] }) =>
      (["logDensity", "logLower", "logUpper"] as const).flatMap((kind, i) => {
        const due = expected[i];
        if (due === null || due === undefined || due === 0) return [];
        const log = distribution[kind](x);
        return [
          {
            error: Math.abs(log - Math.log(due)) / bound,
            what: `${kind} of ${at} should be ${Math.log(due)}, is ${log}`,
          },
        ];
      }),
    );
    expect(worst(misses)).toEqual([]);
  });

  it("finds x again from the smaller of its tails", () => {
    const misses = all.flatMap(({ at, distribution, point: [x, density, lower, upper] }) => {
      if (lower === null || upper === null || lower === 0 || upper === 0 || density === null) return [];
      const tail = Math.min(lower, upper);
      const found = lower < upper ? distribution.quantile(lower) : distribution.upperQuantile(upper);
      const what = `the quantile of ${tail}, ${at}, is ${found}`;
      if (name === "binomial") {
        // a step that is lost in the rounding of its sum cannot be told
        return density < tail * 1e-12 ? [] : [{ error: found === x ? 0 : Number.POSITIVE_INFINITY, what }];
      }
      // the rounding of the tail itself moves x by tail / density times its last bit
      const rounding = (2 ** -53 * tail) / density;
      return [{ error: Math.abs(found - x) / (bound * Math.abs(x) + rounding), what }];
    });
    expect(worst(misses)).toEqual([]);
  });
});
