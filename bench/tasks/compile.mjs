import { trainingData } from "../data.mjs";

/**
 * Milliseconds from the call of a training on two batches to its end: tracing, compiling, and steps that hardly count.
 * @type {import("../contract.mjs").Measure}
 */
export async function compile({ library, settings, threads }) {
  const data = trainingData(settings);
  let took = 0;
  for (let call = 0; call < settings.calls; call++) {
    const begun = performance.now();
    await library.train({ settings, data, threads, onEpoch: () => true });
    took = performance.now() - begun;
  }
  return [took];
}
