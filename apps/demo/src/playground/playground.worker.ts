// Trains and looks beside the page, so that the page stays free.
import { type Call, serve } from "../worker/remote";
import {
  createTraining,
  type Frame,
  type NetworkTraining,
  type Trained,
  type TrainingSetup,
} from "./training/train-network";

/** At most so many frames a second are sent. */
const framesPerSecond = 20;

let current: NetworkTraining | undefined;

const handlers = {
  /** Begins anew from the setup's start; gives the frame before the first step. */
  begin(setup: TrainingSetup): Frame {
    current = createTraining(setup);
    return current.look(current.start, 0);
  },
  /** Trains on to this step; reports frames. */
  async trainTo({ step, hurry }: { readonly step: number; readonly hurry: boolean }, call: Call): Promise<Trained> {
    if (!current) throw new Error("internal: nothing to train yet.");
    let last = performance.now();
    return current.trainTo(step, {
      signal: call.signal,
      onFrame: async (frame) => {
        call.report(frame);
        if (hurry) return;
        await call.whilePaused();
        const wait = last + 1000 / framesPerSecond - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        last = performance.now();
      },
    });
  },
  /** The frame of weights that someone set by hand. */
  look(weights: Float32Array): Frame {
    if (!current) throw new Error("internal: nothing to look at yet.");
    return current.look(weights, 0);
  },
  /** The held-out scores of several trainings at their ends, one after the other. */
  async ends(
    { setups, steps }: { readonly setups: readonly TrainingSetup[]; readonly steps: number },
    { signal, report }: Call,
  ): Promise<readonly number[]> {
    const scores: number[] = [];
    for (const setup of setups) {
      let score = Number.NEGATIVE_INFINITY;
      const { problem } = await createTraining(setup).trainTo(steps, {
        signal,
        onlyEnd: true,
        onFrame: ({ heldOut }) => {
          score = heldOut;
        },
      });
      scores.push(problem === undefined ? score : Number.NEGATIVE_INFINITY);
      report(scores.length);
    }
    return scores;
  },
};

export type PlaygroundWorker = typeof handlers;

serve(handlers);
