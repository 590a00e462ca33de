/**
 * @typedef {object} Row A line of the results.
 * @property {string} workload
 * @property {string} library
 * @property {string} version
 * @property {number} threads
 * @property {number} median Of all samples.
 * @property {number} min The smallest sample: the best one where lower is better, the worst one where higher is.
 * @property {string} unit
 */

/** @param {readonly number[]} samples */
export function medianOf(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** To four digits; more would be noise. @param {number} n */
const rounded = (n) => Number(n.toPrecision(4));

/**
 * The row of a contestant; none if it has no samples.
 * @param {Pick<import("./contestant.mjs").Contestant, "threads"> & { workload: { name: string, unit: string }, library: { name: string } }} contestant
 * @param {{ version: string, samples: readonly number[] } | undefined} result
 * @returns {Row[]}
 */
export function summarize({ workload, library, threads = 1 }, result) {
  if (!result || result.samples.length === 0) return [];
  const { version, samples } = result;
  const median = rounded(medianOf(samples));
  const min = rounded(Math.min(...samples));
  return [{ workload: workload.name, library: library.name, version, threads, median, min, unit: workload.unit }];
}
