import { leastSquaresCold } from "../tasks/least-squares.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "least-squares-cold",
  title: "the same, the first time in a process",
  unit: "ms",
  better: "lower",
  needs: "leastSquares",
  measure: leastSquaresCold,
  settings: { rows: 100_000, columns: 50, once: true },
};
