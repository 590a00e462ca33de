import { trainingData } from "../data.mjs";

/**
 * Milliseconds from the call of a training, made so many times, to the module of its step.
 * @type {import("../contract.mjs").Measure}
 */
export async function compile({ library, settings, threads }) {
  const data = trainingData(settings);
  let took = Number.NaN;
  for (let call = 0; call < settings.calls; call++) {
    took = await library.compile({ settings, data, threads, onEpoch: () => true });
  }
  return [took];
}
