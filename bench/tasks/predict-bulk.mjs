import { fixedWeights, uniform } from "../data.mjs";
import { expectAnswers } from "../reference.mjs";
import { createSampler } from "../sampling.mjs";

/**
 * Rows a second from a typed array of inputs to an array of answers.
 * @type {import("../contract.mjs").Measure}
 */
export async function predictBulk({ library, settings: { rows, widths }, threads }) {
  const inputs = uniform(3, rows * widths[0]);
  const predict = await library.predictBulk({ rows, widths, layers: fixedWeights(widths), threads });
  const sampler = createSampler();
  let answers = new Float32Array(0);
  do answers = await predict(inputs);
  while (!sampler.done(rows));
  expectAnswers(widths, inputs, answers);
  return sampler.rates;
}
