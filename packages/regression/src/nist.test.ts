// NIST Statistical Reference Datasets (StRD), linear regression: certified to 15 digits, in the public domain.
// https://www.itl.nist.gov/div898/strd/lls/lls.shtml
import { describe, expect, it } from "vitest";
import { leastSquares } from "./least-squares";

/** How many leading digits agree: -log10 of the relative error, NIST's measure. */
function digits(value: number | null | undefined, certified: number): number {
  if (value === null || value === undefined) return 0;
  return value === certified ? 17 : -Math.log10(Math.abs(value - certified) / Math.abs(certified));
}

// Norris.dat
const norris = {
  y: [
    0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1, 668.8, 339.3, 448.9, 10.8,
    557.7, 228.3, 998.0, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888.0, 998.5, 778.9, 10.2, 117.6, 228.9, 668.4, 449.2,
    0.2,
  ],
  x: [
    0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4, 0.6, 775.5, 666.9, 338.0, 447.5,
    11.6, 556.0, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2, 999.0, 779.0, 11.1, 118.3, 229.2, 669.1,
    448.9, 0.5,
  ],
};

// Longley.dat
const longley = {
  y: [60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551],
  x1: [83.0, 88.5, 88.2, 89.5, 96.2, 98.1, 99.0, 100.0, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
  x2: [
    234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704, 502601,
    518173, 554894,
  ],
  x3: [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007],
  x4: [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827],
  x5: [
    107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366, 125368,
    127852, 130081,
  ],
  x6: [1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962],
};

// NoInt1.dat
const noInt1 = {
  y: [130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140],
  x: [60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70],
};

// Wampler1.dat: y = 1 + x + x^2 + x^3 + x^4 + x^5 for x = 0 … 20.
const wampler1 = [
  1, 6, 63, 364, 1365, 3906, 9331, 19608, 37449, 66430, 111111, 177156, 271453, 402234, 579195, 813616, 1118481,
  1508598, 2000719, 2613660, 3368421,
];

describe("leastSquares on NIST's certified sets", () => {
  it("gives Norris to 14 digits", () => {
    const fit = leastSquares({ x: norris.x }, norris.y);
    expect(digits(fit.intercept, -0.262323073774029)).toBeGreaterThan(14);
    expect(digits(fit.coefficients[0]?.estimate, 1.00211681802045)).toBeGreaterThan(14);
    expect(digits(fit.residualStandardDeviation, 0.884796396144373)).toBeGreaterThan(13);
    expect(digits(fit.rSquared, 0.999993745883712)).toBeGreaterThan(14);
    expect(fit.degreesOfFreedom).toBe(34);
  });

  it("gives Longley, whose columns are nearly collinear, to 14 digits", () => {
    const { y, ...columns } = longley;
    const fit = leastSquares(columns, y);
    const certified = [
      15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359, -0.0511041056535807, 1829.15146461355,
    ];
    expect(fit.rank).toBe(7);
    expect(digits(fit.intercept, -3482258.63459582)).toBeGreaterThan(14);
    expect(fit.coefficients).toHaveLength(certified.length);
    for (const [j, { estimate }] of fit.coefficients.entries()) {
      expect(digits(estimate, certified[j] as number)).toBeGreaterThan(14);
    }
    expect(digits(fit.residualStandardDeviation, 304.854073561965)).toBeGreaterThan(14);
    expect(digits(fit.rSquared, 0.995479004577296)).toBeGreaterThan(14);
  });

  it("gives Wampler1, a polynomial of degree 5, to 14 digits with a residual deviation below 1e-14", () => {
    const power = (degree: number) => wampler1.map((_, x) => x ** degree);
    const columns = [1, 2, 3, 4, 5].map((degree) => [`x^${degree}`, power(degree)] as const);
    const fit = leastSquares(columns, wampler1);
    expect(digits(fit.intercept, 1)).toBeGreaterThan(14);
    expect(fit.coefficients).toHaveLength(5);
    for (const { estimate } of fit.coefficients) expect(digits(estimate, 1)).toBeGreaterThan(14);
    expect(fit.residualStandardDeviation).toBeLessThan(1e-14);
    expect(fit.rSquared).toBe(1);
  });

  it("gives NoInt1, a line through the origin, to 14 digits", () => {
    const fit = leastSquares({ x: noInt1.x }, noInt1.y, { intercept: false });
    expect(fit.intercept).toBeNull();
    expect(digits(fit.coefficients[0]?.estimate, 2.07438016528926)).toBeGreaterThan(14);
    expect(digits(fit.residualStandardDeviation, 3.56753034006338)).toBeGreaterThan(14);
    // Without intercept NIST's R² is measured from 0, not from the mean.
    expect(digits(fit.rSquared, 0.999365492298663)).toBeGreaterThan(14);
    expect(fit.degreesOfFreedom).toBe(10);
  });

  it("reads the columns' decimal text as the same numbers", () => {
    const text = leastSquares({ x: norris.x.map(String) }, norris.y.map(String));
    expect(text).toEqual(leastSquares({ x: norris.x }, norris.y));
  });
});
