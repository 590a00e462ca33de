// How long a training takes here, by its first steps, timed.
import { fitTable } from "neurite";
import type { Call } from "../worker/remote";
import type { Choice } from "./choice";
import type { FittedLine } from "./line-view";
import { networkOptions } from "./train-network";

export interface TrainingEstimate {
  /** Seconds before the first step: the table made into numbers, the engine made for this network. */
  readonly setUp: number;
  /** At most so many; a training that no longer improves ends before. */
  readonly steps: number;
  readonly stepsPerSecond: number;
}

/** Steps are timed for so many milliseconds. */
const burst = 200;

/** Begins a training, and ends it as soon as its speed is known; undefined where it was too short to be timed, or stopped. */
export async function estimateTraining(
  { table }: FittedLine,
  choice: Choice,
  call: Call,
  now: () => number = () => performance.now(),
): Promise<TrainingEstimate | undefined> {
  const enough = new AbortController();
  const begun = now();
  let first: { readonly at: number; readonly steps: number } | undefined;
  let estimate: TrainingEstimate | undefined;
  await fitTable(table, {
    ...networkOptions(choice),
    seed: 0,
    signal: AbortSignal.any([call.signal, enough.signal]),
    onProgress: ({ epoch, epochs, step, steps }) => {
      const [at, done] = [now(), (epoch - 1) * steps + step];
      first ??= { at, steps: done };
      if (done === first.steps || at === first.at) return;
      const stepsPerSecond = (1000 * (done - first.steps)) / (at - first.at);
      estimate = { setUp: (first.at - begun) / 1000, steps: epochs * steps, stepsPerSecond };
      if (at - first.at >= burst) enough.abort();
    },
  });
  return call.signal.aborted ? undefined : estimate;
}
