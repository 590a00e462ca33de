import { compile } from "../tasks/compile.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "compile-cold",
  title: "the first training of a process, as far as the module of its step",
  unit: "ms",
  better: "lower",
  needs: "compile",
  measure: compile,
  settings: { rows: 64, widths: [8, 64, 64, 1], loss: "squares", batch: 32, calls: 1 },
  only: ["neurite"],
};
