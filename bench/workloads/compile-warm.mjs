import { compile } from "../tasks/compile.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "compile-warm",
  title: "the second training of a process, as far as the module of its step",
  unit: "ms",
  better: "lower",
  needs: "compile",
  measure: compile,
  settings: { rows: 64, widths: [8, 64, 64, 1], loss: "squares", batch: 32, calls: 2 },
  only: ["neurite"],
};
