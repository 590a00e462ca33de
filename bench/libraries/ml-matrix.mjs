import { versionOf } from "../installed.mjs";

const packageName = "ml-matrix";

/** Matrices of float64, its only kind. @type {import("../contract.mjs").Library} */
export const library = {
  name: "ml-matrix",
  packageName,
  version: () => versionOf(packageName),

  async multiply({ size, a, b }) {
    const { Matrix } = await import("ml-matrix");
    const [left, right] = [a, b].map((held) => Matrix.from1DArray(size, size, held));
    let product = left.mmul(right);
    return {
      times(count) {
        for (let i = 0; i < count; i++) product = left.mmul(right);
      },
      product: async () => product.to1DArray(),
    };
  },
};
