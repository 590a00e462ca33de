import { compile } from "../tasks/compile.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "compile-warm",
  title: "from a model to the module of a training step, the second time in a process",
  unit: "ms",
  better: "lower",
  needs: "compile",
  measure: compile,
  settings: { rows: 64, widths: [8, 64, 64, 1], loss: "squares", batch: 32, calls: 2 },
  only: ["neurite"],
};
