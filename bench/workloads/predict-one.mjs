import { predictOne } from "../tasks/predict-one.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "predict-one",
  title: "predict one row, 2-2-1",
  unit: "ns",
  better: "lower",
  needs: "predictOne",
  measure: predictOne,
  settings: { widths: [2, 2, 1] },
};
