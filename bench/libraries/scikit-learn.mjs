/** Measured by python/with_scikit_learn.py. @type {import("../contract.mjs").Library} */
export const library = {
  name: "scikit-learn",
  python: { module: "sklearn", script: "with_scikit_learn" },
  train: true,
  predictBulk: true,
  predictOne: true,
};
