import type { Json } from "@neurite/plugin";
import type { FitOptions } from "./fit-options";
import type { Epoch } from "./history";
import { afterEpoch, levelAt, type Plateau } from "./reduce-on-plateau";
import { monitorOf, nothingWatched, type Watched, watch } from "./watch";

/** What the controls remember from epoch to epoch. */
interface Memory {
  readonly stopping: Watched;
  readonly keeping: Watched;
  readonly plateau: Plateau | null;
}

/** Early stopping, best weights and the learning rate on a plateau: what is decided after each epoch. */
export interface Controls {
  /** Whether the model gets the weights of its best epoch. */
  readonly keepsBest: boolean;
  /** Takes an epoch in: whether it is the best so far, and a new learning rate if there is one. */
  afterEpoch(epoch: Epoch): { readonly improved: boolean; readonly learningRate: number | undefined };
  /** Whether early stopping has waited long enough. */
  exhausted(): boolean;
  bestEpoch(): number;
  /** The learning rate that a plateau has led to. */
  learningRate(): number | undefined;
  /** For a snapshot. */
  memory(): Json;
}

/** The controls of a training, fresh or as a snapshot remembers them. */
export function createControls(options: FitOptions, validated: boolean, remembered: Json | undefined): Controls {
  const { earlyStopping, keepBest, reduceOnPlateau, metrics = [], learningRate = 1e-3, timeBudget } = options;
  const keepsBest =
    keepBest === undefined
      ? earlyStopping
        ? (earlyStopping.restoreBest ?? true)
        : timeBudget !== undefined && validated
      : keepBest !== false;
  const kept = typeof keepBest === "object" ? keepBest.monitor : undefined;
  const monitor = (name: string, monitored: string | undefined) => monitorOf(name, monitored, metrics, validated);
  const stopOn = monitor("earlyStopping", earlyStopping?.monitor);
  const keepOn = kept === undefined ? stopOn : monitor("keepBest", kept);
  const plateauOn = monitor("reduceOnPlateau", reduceOnPlateau?.monitor);
  const minDelta = earlyStopping?.minDelta ?? 0;
  let memory = (remembered as Memory | undefined) ?? {
    stopping: nothingWatched,
    keeping: nothingWatched,
    plateau: reduceOnPlateau ? levelAt(learningRate) : null,
  };
  return {
    keepsBest,
    afterEpoch: (epoch) => {
      const before = memory;
      const stopping = watch(before.stopping, epoch, stopOn, minDelta);
      const keeping = kept === undefined ? stopping : watch(before.keeping, epoch, keepOn, 0);
      const plateau =
        reduceOnPlateau && before.plateau
          ? afterEpoch(
              before.plateau,
              watch(before.plateau.watched, epoch, plateauOn, reduceOnPlateau.minDelta ?? 1e-4),
              reduceOnPlateau,
            )
          : before.plateau;
      memory = { stopping, keeping, plateau };
      const lowered = plateau?.learningRate !== before.plateau?.learningRate;
      return { improved: keepsBest && keeping.wait === 0, learningRate: lowered ? plateau?.learningRate : undefined };
    },
    exhausted: () => earlyStopping !== undefined && memory.stopping.wait >= (earlyStopping.patience ?? 10),
    bestEpoch: () => memory.keeping.bestEpoch,
    learningRate: () => memory.plateau?.learningRate,
    memory: () => memory as unknown as Json,
  };
}
