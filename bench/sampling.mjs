// When to measure: after a warm-up, several samples, each long enough for the clock.

/**
 * @typedef {object} Patience In seconds.
 * @property {number} warmUp At least so long, and at least one piece of work, before anything counts.
 * @property {number} sample How long a sample is at least.
 * @property {number} samples How many there are.
 * @property {number} most After which no further sample is begun.
 */

/** @type {Patience} */
export const patience = { warmUp: 0.5, sample: 0.3, samples: 3, most: 4 };

/**
 * Collects samples of work that is done piece by piece: call `done` after each piece until it gives true.
 * @param {Patience} [times]
 * @param {() => number} [now] Seconds.
 */
export function createSampler(times = patience, now = () => performance.now() / 1000) {
  /** Units of work in a second. @type {number[]} */
  const rates = [];
  const begun = now();
  let counting = Number.NaN;
  let sampleBegun = 0;
  let units = 0;
  return {
    rates,
    /**
     * @param {number} size How many units the piece had.
     * @returns {boolean} Whether there are samples enough.
     */
    done(size) {
      const time = now();
      if (Number.isNaN(counting)) {
        if (time - begun < times.warmUp) return false;
        counting = time;
        sampleBegun = time;
        return false;
      }
      units += size;
      if (time - sampleBegun < times.sample) return false;
      rates.push(units / (time - sampleBegun));
      units = 0;
      sampleBegun = time;
      return rates.length >= times.samples || time - counting >= times.most;
    },
  };
}

/**
 * Samples of a function that does something so many times: how many times a second.
 * @param {(times: number) => unknown} work
 */
export async function sampleCalls(work) {
  let times = 1;
  // so many that reading the clock does not count
  for (;;) {
    const begun = performance.now();
    await work(times);
    const took = performance.now() - begun;
    if (took >= 10 || times >= 2 ** 30) break;
    times *= 2;
  }
  const sampler = createSampler();
  do await work(times);
  while (!sampler.done(times));
  return sampler.rates;
}
