import { leastSquares } from "../tasks/least-squares.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "least-squares",
  title: "least squares of 100,000 rows, 50 columns and an intercept, float64",
  unit: "ms",
  better: "lower",
  needs: "leastSquares",
  measure: leastSquares,
  settings: { rows: 100_000, columns: 50 },
};
