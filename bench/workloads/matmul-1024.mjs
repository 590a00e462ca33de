import { multiply } from "../tasks/multiply.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "matmul-1024",
  title: "product of two 1024 × 1024 matrices",
  unit: "GFLOP/s",
  better: "higher",
  needs: "multiply",
  measure: multiply,
  settings: { size: 1024 },
};
