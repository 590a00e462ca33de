import { memory } from "../tasks/memory.mjs";

// 16,000 rows, so that an epoch of 500 steps ends at both steps
/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "memory-beyond",
  title: "the process after 11,000 steps beyond a bare one and the data",
  unit: "MB",
  better: "lower",
  needs: "train",
  measure: memory,
  settings: {
    rows: 16_000,
    widths: [8, 64, 64, 1],
    loss: "squares",
    batch: 32,
    steps: [1_000, 11_000],
    figure: "beyond",
  },
  only: ["neurite"],
  nodeFlags: ["--expose-gc"],
  mostRounds: 3,
};
