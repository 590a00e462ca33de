import { fixedWeights } from "../data.mjs";
import { answer, expectClose } from "../reference.mjs";
import { sampleCalls } from "../sampling.mjs";

/**
 * Nanoseconds a call for one row through a small tanh network.
 * @type {import("../contract.mjs").Measure}
 */
export async function predictOne({ library, settings: { widths }, threads }) {
  const layers = fixedWeights(widths);
  const predictor = await library.predictOne({ widths, layers, threads });
  const row = Float32Array.of(0.5, -0.25);
  const [linear = Number.NaN] = answer(layers, row, Math.tanh);
  const expected = predictor.tanhAtTheEnd ? Math.tanh(linear) : linear;
  expectClose("the answer", await predictor.times(1, row), expected);
  const rates = await sampleCalls((times) => predictor.times(times, row));
  return rates.map((rate) => 1e9 / rate);
}
