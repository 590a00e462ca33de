import { trainingData } from "../data.mjs";
import { createSampler } from "../sampling.mjs";

/**
 * Rows a second, epoch by epoch, once the first epochs have warmed the library up.
 * @type {import("../contract.mjs").Measure}
 */
export async function train({ library, settings, threads }) {
  const data = trainingData(settings);
  const sampler = createSampler();
  /** @type {number[]} */
  const losses = [];
  const onEpoch = (/** @type {number} */ loss) => {
    losses.push(loss);
    return sampler.done(settings.rows);
  };
  await library.train({ settings, data, threads, onEpoch });
  expectLearnt(losses);
  return sampler.rates;
}

/** @param {readonly number[]} losses */
function expectLearnt(losses) {
  const [first = Number.NaN] = losses;
  const last = losses.at(-1) ?? Number.NaN;
  if (!(losses.length > 1 && last < first))
    throw new Error(`it does not learn: the loss went from ${first} to ${last}`);
}
