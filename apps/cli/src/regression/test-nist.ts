// NIST Statistical Reference Datasets (StRD), linear regression, certified to 15 digits: Norris and Longley.
// Source: https://www.itl.nist.gov/div898/strd/lls/lls.shtml; the text of the numbers as NIST publishes it.

/** A set: its table, its model, and what NIST certifies of it. */
export interface NistSet {
  readonly name: string;
  readonly csv: string;
  readonly formula: string;
  /** By name, in the order of the model. */
  readonly coefficients: readonly (readonly [name: string, estimate: number, standardError: number])[];
  readonly residualStandardDeviation: number;
  readonly rSquared: number;
  readonly fStatistic: number;
  readonly degreesOfFreedom: number;
}

/** An ozone monitor against its calibration, 36 rows. */
export const norris: NistSet = {
  name: "Norris",
  csv: `y,x
0.1,0.2
338.8,337.4
118.1,118.2
888.0,884.6
9.2,10.1
228.1,226.5
668.5,666.3
998.5,996.3
449.1,448.6
778.9,777.0
559.2,558.2
0.3,0.4
0.1,0.6
778.1,775.5
668.8,666.9
339.3,338.0
448.9,447.5
10.8,11.6
557.7,556.0
228.3,228.1
998.0,995.8
888.8,887.6
119.6,120.2
0.3,0.3
0.6,0.3
557.6,556.8
339.3,339.1
888.0,887.2
998.5,999.0
778.9,779.0
10.2,11.1
117.6,118.3
228.9,229.2
668.4,669.1
449.2,448.9
0.2,0.5
`,
  formula: "y ~ x",
  coefficients: [
    ["Intercept", -0.262323073774029, 0.232818234301152],
    ["x", 1.00211681802045, 0.429796848199937e-3],
  ],
  residualStandardDeviation: 0.884796396144373,
  rSquared: 0.999993745883712,
  fStatistic: 5436385.54079785,
  degreesOfFreedom: 34,
};

/** Employment in the United States, 16 rows of nearly collinear columns. */
export const longley: NistSet = {
  name: "Longley",
  csv: `y,x1,x2,x3,x4,x5,x6
60323,83.0,234289,2356,1590,107608,1947
61122,88.5,259426,2325,1456,108632,1948
60171,88.2,258054,3682,1616,109773,1949
61187,89.5,284599,3351,1650,110929,1950
63221,96.2,328975,2099,3099,112075,1951
63639,98.1,346999,1932,3594,113270,1952
64989,99.0,365385,1870,3547,115094,1953
63761,100.0,363112,3578,3350,116219,1954
66019,101.2,397469,2904,3048,117388,1955
67857,104.6,419180,2822,2857,118734,1956
68169,108.4,442769,2936,2798,120445,1957
66513,110.8,444546,4681,2637,121950,1958
68655,112.6,482704,3813,2552,123366,1959
69564,114.2,502601,3931,2514,125368,1960
69331,115.7,518173,4806,2572,127852,1961
70551,116.9,554894,4007,2827,130081,1962
`,
  formula: "y ~ x1 + x2 + x3 + x4 + x5 + x6",
  coefficients: [
    ["Intercept", -3482258.63459582, 890420.383607373],
    ["x1", 15.0618722713733, 84.9149257747669],
    ["x2", -0.35819179292591e-1, 0.334910077722432e-1],
    ["x3", -2.02022980381683, 0.488399681651699],
    ["x4", -1.03322686717359, 0.214274163161675],
    ["x5", -0.511041056535807e-1, 0.22607320006937],
    ["x6", 1829.15146461355, 455.478499142212],
  ],
  residualStandardDeviation: 304.854073561965,
  rSquared: 0.995479004577296,
  fStatistic: 330.285339234588,
  degreesOfFreedom: 9,
};
