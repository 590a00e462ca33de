import { numberOption } from "@neurite/plugin";
import { nothingWatched, type Watched } from "./watch";

/** When the learning rate falls because nothing gets better. */
export interface ReduceOnPlateau {
  /** What the learning rate is multiplied by, above 0 and below 1; 0.1 unless told otherwise. */
  readonly factor?: number;
  /** After how many epochs without improvement; 10 unless told otherwise. */
  readonly patience?: number;
  /** How much better counts as an improvement; 0.0001 unless told otherwise. */
  readonly minDelta?: number;
  /** How many epochs are not counted after a reduction; 0 unless told otherwise. */
  readonly cooldown?: number;
  /** Below this it never falls; 0 unless told otherwise. */
  readonly minLearningRate?: number;
  /** Which number is watched: `validationLoss` where there is validation data, else `loss`; or the kind of a metric. */
  readonly monitor?: string;
}

/** What the control remembers from epoch to epoch. */
export interface Plateau {
  readonly watched: Watched;
  /** Epochs that are still not counted. */
  readonly cooling: number;
  /** What the learning rate is now, before any schedule. */
  readonly learningRate: number;
}

export const levelAt = (learningRate: number): Plateau => ({ watched: nothingWatched, cooling: 0, learningRate });

/** The memory after an epoch whose number was watched: as `ReduceLROnPlateau` of Keras. */
export function afterEpoch({ cooling, learningRate }: Plateau, watched: Watched, options: ReduceOnPlateau): Plateau {
  const { factor = 0.1, patience = 10, cooldown = 0, minLearningRate = 0 } = options;
  if (cooling > 0) return { watched: { ...watched, wait: 0 }, cooling: cooling - 1, learningRate };
  if (watched.wait < patience || learningRate <= minLearningRate) return { watched, cooling, learningRate };
  const lowered = Math.max(minLearningRate, learningRate * factor);
  return { watched: { ...watched, wait: 0 }, cooling: cooldown, learningRate: lowered };
}

/** Refuses settings that could never work. */
export function checkReduceOnPlateau(options: ReduceOnPlateau): void {
  const { factor = 0.1, patience = 10, minDelta = 1e-4, cooldown = 0, minLearningRate = 0 } = options;
  const check = (name: string, given: number, expected: string, holds: (n: number) => boolean) =>
    numberOption("fit", `reduceOnPlateau.${name}`, given, expected, holds);
  check("factor", factor, "a number above 0 and below 1", (n) => n > 0 && n < 1);
  check("patience", patience, "a whole number above 0", (n) => Number.isInteger(n) && n > 0);
  check("minDelta", minDelta, "a number from 0 up", (n) => n >= 0);
  check("cooldown", cooldown, "a whole number from 0 up", (n) => Number.isInteger(n) && n >= 0);
  check("minLearningRate", minLearningRate, "a number from 0 up", (n) => n >= 0);
}
