/** Measured by python/with_numpy.py. @type {import("../contract.mjs").Library} */
export const library = {
  name: "numpy",
  python: { module: "numpy", script: "with_numpy" },
  train: true,
  multiply: true,
  predictBulk: true,
  predictOne: true,
  leastSquares: true,
};
