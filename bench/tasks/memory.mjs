import { spawnSync } from "node:child_process";
import { trainingData } from "../data.mjs";

const collected = "gc(); gc(); process.stdout.write(String(process.memoryUsage.rss() / 1e6));";

const megabytes = () => {
  // twice, since what the first collection finalizes the second one frees
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage.rss() / 1e6;
};

/** Megabytes of a Node process that does nothing. */
const bare = () =>
  Number(spawnSync(process.execPath, ["--expose-gc", "--eval", collected], { encoding: "utf8" }).stdout);

/**
 * Megabytes of the process: what it grows by between few and many steps, or what it takes in the end beyond a bare process and the data.
 * @type {import("../contract.mjs").Measure}
 */
export async function memory({ library, settings, threads }) {
  const data = trainingData(settings);
  const size = (data.inputs.byteLength + data.targets.byteLength) / 1e6;
  const stepsPerEpoch = settings.rows / settings.batch;
  let epoch = 0;
  let early = Number.NaN;
  let late = Number.NaN;
  const onEpoch = () => {
    epoch++;
    const steps = epoch * stepsPerEpoch;
    if (steps === settings.steps[0]) early = megabytes();
    if (steps === settings.steps[1]) late = megabytes();
    return steps >= settings.steps[1];
  };
  await library.train({ settings, data, threads, onEpoch });
  return [settings.figure === "growth" ? late - early : late - size - bare()];
}
