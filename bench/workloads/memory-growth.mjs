import { memory } from "../tasks/memory.mjs";

// 16,000 rows, so that an epoch of 500 steps ends at both steps
/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "memory-growth",
  title: "growth of the process from step 1,000 to step 11,000",
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
    figure: "growth",
  },
  only: ["neurite"],
  nodeFlags: ["--expose-gc"],
  mostRounds: 3,
};
