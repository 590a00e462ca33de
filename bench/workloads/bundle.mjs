import { bundle } from "../tasks/bundle.mjs";

/** @type {import("../contract.mjs").Workload} */
export const workload = {
  name: "bundle",
  title: "a page that trains, minified and gzipped",
  unit: "kB",
  better: "lower",
  needs: "page",
  measure: bundle,
  settings: {},
  mostRounds: 1,
};
