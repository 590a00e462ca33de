import type { StartsPlan } from "../../training/try-starts";
import { data } from "./training-data";

/** A hundred starts for each number of neurons. */
export const startsPlan: StartsPlan = {
  inputs: 2,
  widths: [1, 2, 3, 4, 8],
  seeds: Array.from({ length: 100 }, (_, i) => i + 1),
  learningRate: 0.1,
  steps: 2000,
  train: data.train,
  heldOut: data.heldOut,
};
