import { linearData } from "../data.mjs";
import { expectFit } from "../reference.mjs";
import { createSampler } from "../sampling.mjs";

/**
 * Milliseconds of a fit, from columns in memory to coefficients with their standard errors.
 * @type {import("../contract.mjs").Measure}
 */
export async function leastSquares({ library, settings, threads }) {
  const data = linearData(settings);
  const fit = await library.leastSquares({ ...data, threads });
  expectFit(data, fit());
  const sampler = createSampler();
  do fit();
  while (!sampler.done(1));
  return sampler.rates.map((rate) => 1000 / rate);
}

/**
 * The same of the first fit in the process, the library loaded but nothing of it compiled.
 * @type {import("../contract.mjs").Measure}
 */
export async function leastSquaresCold({ library, settings, threads }) {
  const data = linearData(settings);
  const fit = await library.leastSquares({ ...data, threads });
  const begun = performance.now();
  const found = fit();
  const took = performance.now() - begun;
  expectFit(data, found);
  return [took];
}
