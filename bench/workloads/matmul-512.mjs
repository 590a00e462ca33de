import { multiply } from "../tasks/multiply.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "matmul-512",
  title: "product of two 512 × 512 matrices",
  unit: "GFLOP/s",
  better: "higher",
  needs: "multiply",
  measure: multiply,
  settings: { size: 512 },
};
