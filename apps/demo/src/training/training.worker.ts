// Trains off the main thread.
import { adam, meanSquaredError, sgd } from "neurite";
import { type Call, serve } from "../worker/remote";
import { type DenseNetwork, denseNetwork } from "./dense-network";
import { type Recording, type RecordingPlan, recordTraining } from "./record-training";
import { type StartsPlan, type Tried, tryStarts } from "./try-starts";

/** A recording as plain data. */
export type RecordingOrder = Omit<RecordingPlan, "network" | "inputs" | "loss" | "optimizer"> & {
  readonly network: DenseNetwork;
  readonly optimizer: keyof typeof optimizers;
};

const optimizers = { sgd, adam } as const;

/** How long a series of trainings took, without its pauses. */
export interface TriedAll {
  readonly seconds: number;
  readonly stopped: boolean;
}

const handlers = {
  record: ({ network, optimizer, ...plan }: RecordingOrder): Promise<Recording> =>
    recordTraining({
      ...plan,
      network: denseNetwork(network),
      inputs: network.inputs,
      loss: meanSquaredError,
      optimizer: optimizers[optimizer](),
    }),
  async tryStarts(plan: StartsPlan, { report, signal, whilePaused }: Call): Promise<TriedAll> {
    let seconds = 0;
    let begin = performance.now();
    for (const tried of tryStarts(plan)) {
      seconds += (performance.now() - begin) / 1000;
      report(tried satisfies Tried);
      await new Promise((resolve) => setTimeout(resolve)); // messages get their turn
      await whilePaused();
      if (signal.aborted) return { seconds, stopped: true };
      begin = performance.now();
    }
    return { seconds, stopped: false };
  },
};

export type TrainingHandlers = typeof handlers;

serve(handlers);
