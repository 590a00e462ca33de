import { adam, dense, dropout, type FitOptions, fit, meanSquaredError, sequential, tanh } from "neurite";

/** Parameters of 4 MB, so that a checkpoint takes a while to write. */
const network = () =>
  sequential([
    dense({ units: 1000, activation: tanh }),
    dropout({ rate: 0.2 }),
    dense({ units: 1000 }),
    dense({ units: 1 }),
  ]);

const inputs = Array.from({ length: 8 }, (_, i) => [i / 8, (i % 3) / 3]);
const targets = inputs.map(([a = 0, b = 0]) => [a * b]);

/** Four epochs of one step. */
export const train = (more: Partial<FitOptions>) =>
  fit(network(), { inputs, targets }, { loss: meanSquaredError, optimizer: adam(), epochs: 4, seed: 3, ...more });
