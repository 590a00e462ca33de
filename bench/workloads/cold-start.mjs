import { coldStart } from "../tasks/cold-start.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "cold-start",
  title: "start, train one epoch of train-32, exit",
  unit: "s",
  better: "lower",
  needs: "train",
  measure: coldStart,
  settings: { rows: 20_000, widths: [8, 64, 64, 1], loss: "squares", batch: 32 },
  only: ["neurite", "jax-js", "tfjs-wasm", "pytorch"],
  wholeProcess: true,
};
