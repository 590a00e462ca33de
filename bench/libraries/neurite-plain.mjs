import { linear, version } from "./neurite.mjs";

/** What neurite does without its engine. @type {import("../contract.mjs").Library} */
export const library = {
  name: "neurite-plain",
  version,
  leastSquares: (job) => linear(job, { plain: true }),
};
