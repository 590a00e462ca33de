import { predictBulk } from "../tasks/predict-bulk.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "predict-bulk",
  title: "predict 1,000,000 rows, 8-64-64-1",
  unit: "rows/s",
  better: "higher",
  needs: "predictBulk",
  measure: predictBulk,
  settings: { rows: 1_000_000, widths: [8, 64, 64, 1] },
};
