import { meanSquaredError, sgd } from "neurite";
import { denseNetwork, hiddenLayer } from "./dense-network";
import { r2Of } from "./record-training";
import type { Rows } from "./rows";
import { createTrainer } from "./trainer";
import { uniformStart } from "./uniform-start";

/** Which networks are tried, from which seeds, for how long. */
export interface StartsPlan {
  readonly inputs: number;
  /** Hidden tanh neurons; one number after the other. */
  readonly widths: readonly number[];
  readonly seeds: readonly number[];
  readonly learningRate: number;
  readonly steps: number;
  readonly train: Rows;
  readonly heldOut: Rows;
}

/** Where one start ended. */
export interface Tried {
  readonly width: number;
  readonly seed: number;
  /** R² on the held-out rows; NaN where the training broke. */
  readonly heldOut: number;
  /** The steps that were made. */
  readonly steps: number;
}

/** Trains from start after start; whoever asks for the next one decides when, so that it can be paused and stopped. */
export function* tryStarts({
  inputs,
  widths,
  seeds,
  learningRate,
  steps,
  train,
  heldOut,
}: StartsPlan): Generator<Tried> {
  for (const width of widths) {
    const shape = hiddenLayer(inputs, width);
    const trainer = createTrainer({
      network: denseNetwork(shape),
      inputs,
      loss: meanSquaredError,
      optimizer: sgd(),
      train,
      asked: heldOut.inputs,
    });
    for (const seed of seeds) {
      trainer.start(uniformStart(shape, seed), learningRate);
      const made = trainer.run(steps);
      const r2 = made < steps ? Number.NaN : r2Of(trainer.answers(), heldOut.targets);
      yield { width, seed, heldOut: r2, steps: made };
    }
  }
}
