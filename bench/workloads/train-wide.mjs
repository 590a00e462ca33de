import { train } from "../tasks/train.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "train-wide",
  title: "train 784-512-512-10, batch 128",
  unit: "rows/s",
  better: "higher",
  needs: "train",
  measure: train,
  settings: { rows: 2_560, widths: [784, 512, 512, 10], loss: "classes", batch: 128 },
  threaded: true,
};
