import { multiply } from "../tasks/multiply.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "matmul-256",
  title: "product of two 256 × 256 matrices",
  unit: "GFLOP/s",
  better: "higher",
  needs: "multiply",
  measure: multiply,
  settings: { size: 256 },
};
