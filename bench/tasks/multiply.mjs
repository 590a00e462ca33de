import { uniform } from "../data.mjs";
import { expectClose } from "../reference.mjs";
import { sampleCalls } from "../sampling.mjs";

/**
 * GFLOP/s of a square product, a multiplication and an addition counting as two.
 * @type {import("../contract.mjs").Measure}
 */
export async function multiply({ library, settings: { size }, threads }) {
  const a = uniform(1, size * size);
  const b = uniform(2, size * size);
  const { times, product } = await library.multiply({ size, a, b, threads });
  await times(1);
  if (product) expectProduct(size, a, b, await product());
  const rates = await sampleCalls(times);
  return rates.map((rate) => (rate * 2 * size ** 3) / 1e9);
}

function expectProduct(size, a, b, product) {
  for (const [row, column] of [
    [0, 0],
    [1, size - 1],
    [size - 1, size >> 1],
  ]) {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += a[row * size + k] * b[k * size + column];
    expectClose(`the product at ${row}, ${column}`, product[row * size + column], sum);
  }
}
