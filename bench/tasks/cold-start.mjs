import { trainingData } from "../data.mjs";

/**
 * One epoch and out; the parent holds the watch over the whole process.
 * @type {import("../contract.mjs").Measure}
 */
export async function coldStart({ library, settings, threads }) {
  await library.train({ settings, data: trainingData(settings), threads, onEpoch: () => true });
  return [];
}
