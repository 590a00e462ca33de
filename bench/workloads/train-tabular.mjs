import { train } from "../tasks/train.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "train-tabular",
  title: "train with gelu, layer normalisation, dropout and an embedded category, batch 256",
  unit: "rows/s",
  better: "higher",
  needs: "train",
  measure: train,
  settings: { rows: 20_000, widths: [8, 64, 64, 1], loss: "squares", batch: 256, categories: 20 },
  only: ["neurite"],
};
