import { adamW, createModel, type Data, type Epoch, fit, type Model, type RowShape } from "@neurite/network";
import type { AnyLayer, Loss } from "@neurite/plugin";
import { type Backend, deriveKey, seedKey } from "@neurite/tensor";
import { stagesOf } from "./stages";
import type { TableEpoch, TableHistory, TableProgress } from "./training-history";
import type { TrainingSettings } from "./training-settings";

/** Who watches a training, and how it can be ended. */
export interface TrainingWatch {
  /** Ends the training between two steps; the best weights so far are kept. */
  readonly signal?: AbortSignal | undefined;
  /** Called several times a second. */
  readonly onProgress?: ((progress: TableProgress) => void) | undefined;
  /** Called after each epoch. */
  readonly onEpoch?: ((epoch: TableEpoch) => void) | undefined;
}

/** What a training is made of. */
export interface TrainingPlan extends TrainingWatch {
  readonly network: AnyLayer;
  readonly inputs: readonly RowShape[];
  readonly train: Data;
  /** Undefined where no rows were held back. */
  readonly validation: Data | undefined;
  readonly loss: Loss;
  readonly settings: TrainingSettings;
  readonly seed: number;
  readonly backend?: Backend | undefined;
}

/** A model with the history that led to it. */
export interface Trained {
  readonly model: Model;
  readonly history: TableHistory;
}

/** A model before anything was learnt. */
export function untrained({ network, inputs, seed, backend }: Omit<TrainingPlan, "loss" | "train">): Trained {
  const model = createModel(network, { inputs, seed, ...(backend && { backend }) });
  return { model, history: { epochs: [], bestEpoch: 0, ended: "epochs" } };
}

/**
 * Trains in stages, each from the best weights so far and with a smaller learning rate, and keeps the weights of the epoch with
 * the lowest validation loss of all; without validation rows those of the last.
 */
export async function trainNetwork(plan: TrainingPlan): Promise<Trained> {
  const { validation, settings } = plan;
  let { model, history } = untrained(plan);
  let best = Number.POSITIVE_INFINITY;
  for (const [at, { epochs, learningRate }] of stagesOf(settings.epochs, settings.learningRate).entries()) {
    const before = history.epochs.length;
    const numbered = (epoch: Epoch): TableEpoch => ({ ...epoch, epoch: before + epoch.epoch, learningRate });
    const { onEpoch, onProgress } = plan;
    const stage = await fit(model, plan.train, {
      loss: plan.loss,
      optimizer: adamW({ weightDecay: settings.weightDecay }),
      epochs,
      learningRate,
      batchSize: settings.batchSize,
      seed: stageSeed(plan.seed, at),
      ...(validation && { validationData: validation, earlyStopping: { patience: settings.patience } }),
      ...(plan.signal && { signal: plan.signal }),
      ...(onEpoch && { onEpoch: (epoch) => onEpoch(numbered(epoch)) }),
      ...(onProgress && {
        onProgress: (progress) =>
          onProgress({ ...progress, epoch: before + progress.epoch, epochs: settings.epochs, learningRate }),
      }),
    });
    const { ended, bestEpoch } = stage.history;
    const reached = validation ? (stage.history.epochs[bestEpoch - 1]?.validationLoss ?? best) : 0;
    const better = validation === undefined || reached < best || history.bestEpoch === 0;
    if (better) {
      model = stage.model;
      best = reached;
    }
    history = {
      epochs: [...history.epochs, ...stage.history.epochs.map(numbered)],
      bestEpoch: better ? before + bestEpoch : history.bestEpoch,
      ended,
    };
    if (ended === "aborted") break;
  }
  return { model, history };
}

/** Each stage takes the rows in orders of its own. */
function stageSeed(seed: number, stage: number): number {
  return stage === 0 ? seed : deriveKey(deriveKey(seedKey(seed), "stage"), stage)[0];
}
