import { train } from "../tasks/train.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "train-256",
  title: "train 8-64-64-1, batch 256",
  unit: "rows/s",
  better: "higher",
  needs: "train",
  measure: train,
  settings: { rows: 20_000, widths: [8, 64, 64, 1], loss: "squares", batch: 256 },
  threaded: true,
};
