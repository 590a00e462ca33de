/** Measured by python/with_pytorch.py. @type {import("../contract.mjs").Library} */
export const library = {
  name: "pytorch",
  python: { module: "torch", script: "with_pytorch" },
  train: true,
  predictBulk: true,
  predictOne: true,
};
