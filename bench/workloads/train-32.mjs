import { train } from "../tasks/train.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "train-32",
  title: "train 8-64-64-1, batch 32",
  unit: "rows/s",
  better: "higher",
  needs: "train",
  measure: train,
  settings: { rows: 20_000, widths: [8, 64, 64, 1], loss: "squares", batch: 32 },
};
