import { type Call, serve } from "../../worker/remote";
import { trainNeurons } from "./train-neurons";
import { starts, type TrainedStart } from "./trained-start";

const handlers = {
  /** Every start of one neuron, then every start of two; each is reported when it is done. */
  async train(_all: undefined, { report, signal }: Call): Promise<void> {
    for (const units of [1, 2]) {
      for (let seed = 1; seed <= starts && !signal.aborted; seed++) {
        report((await trainNeurons(units, seed, { signal })) satisfies TrainedStart);
      }
    }
  },
};

export type NeuronTraining = typeof handlers;

serve(handlers);
